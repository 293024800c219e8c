import pytest

from app.errors import InvalidInput
from app.models.passphrases import UnlockThrottle, passphrase_strength, require_acceptable


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("kort", "weak"),
        ("aaaaaaaaaaaaaaaaaaaa", "weak"),
        ("12345678901234567890", "weak"),
        ("abcdefghijklmnop", "weak"),
        ("kodeordkodeordkodeord", "weak"),
        ("Sommer2026!", "weak"),
        ("Velkommen2026 ja", "fair"),
        ("xk3vq9zmtr2w", "good"),
        ("fire små grå æsler drikker te", "strong"),
    ],
)
def test_strength_is_what_a_careful_colleague_would_say(passphrase: str, level: str) -> None:
    assert passphrase_strength(passphrase).level == level


def test_a_longer_passphrase_is_never_called_weaker() -> None:
    order = ["weak", "fair", "good", "strong"]
    text = "grøn traktor over heden i regnvejr"
    levels = [order.index(passphrase_strength(text[:n]).level) for n in range(len(text) + 1)]
    assert levels == sorted(levels)


def test_seven_characters_are_refused_and_eight_are_taken() -> None:
    with pytest.raises(InvalidInput) as caught:
        require_acceptable("x7k!pq2")
    assert caught.value.problems[0].field == "passphrase"
    assert "mindst 8 tegn" in caught.value.message("da")
    require_acceptable("x7k!pq2Z")


def test_every_hint_is_written_in_both_languages() -> None:
    for passphrase in ("", "aaaaaaaaaaaa", "Velkommen2026 ja", "xk3vq9zmtr2w", "x7k!pq2ZmAr4#vT9"):
        hint = passphrase_strength(passphrase).hint
        assert hint.da
        assert hint.en
        assert hint.da != hint.en


def test_wrong_attempts_slow_down_to_half_a_minute_and_a_right_one_forgets_them() -> None:
    now = 100.0
    throttle = UnlockThrottle(lambda: now)
    waits = []
    for _ in range(11):
        throttle.failed()
        waits.append(throttle.seconds_left())
        now += throttle.seconds_left()
        assert throttle.seconds_left() == 0
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30]

    throttle.failed()
    now += 12
    assert throttle.seconds_left() == 18
    throttle.succeeded()
    assert throttle.seconds_left() == 0
    throttle.failed()
    assert throttle.seconds_left() == 0
