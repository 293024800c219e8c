"""What goes out, what stays, and what is said where it cannot go out."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import Conflict, UserError
from app.export.disclosure import Progress, State, Stopped
from app.export.outside.detail import Detail
from app.export.outside.drafts import Draft, framing_of
from app.export.outside.marks import HIDDEN
from app.export.outside.method import method_lines
from app.export.outside.profiles import Profile
from app.export.outside.refusing import Planning, refused
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.report import OutsideReport, outside_labels, outside_report
from app.export.outside.scopes import place
from app.models.month_closing import close_month, restate_month, undo_close
from app.models.store import Store
from app.models.types import Channel, Role, SickLeave
from tests.export.outside.project import Year, month
from tests.records import add_contact


def protect(store: Store, number: int, profile: Profile = Profile.STEERING) -> Protected:
    return protect_request(read_request(store, Asked(profile, month(number))))


def in_words(store: Store, protected: Protected) -> OutsideReport:
    return outside_report(
        protected, outside_labels(store, protected.request, "da"), "da", demo=False
    )


@pytest.fixture
def january(store: Store) -> Year:
    year = Year(store, 5)
    year.live(1)
    return year


@pytest.fixture
def large_january(store: Store) -> Year:
    """So many contacts that every table can be shown for the most part."""
    year = Year(store, 5)
    for _ in range(150):
        year.contact(1)
    year.live(1)
    return year


def test_an_open_month_is_refused_with_the_way_to_close_it(store: Store) -> None:
    with pytest.raises(UserError) as caught:
        protect(store, 1)
    assert "Januar 2025 er ikke lukket." in caught.value.message("da")
    assert "»vejviser close --month 2025-01«" in caught.value.message("da")


def test_a_preview_releases_nothing(store: Store, january: Year) -> None:
    assert protect(store, 1).is_new
    assert store.releases.heads() == ()


def test_the_same_release_twice_is_one_entry_and_the_same_file(store: Store, january: Year) -> None:
    first = protect(store, 1)
    assert write_release(store, first)
    again = protect(store, 1)
    assert not again.is_new
    assert not write_release(store, again)
    assert again.file == first.file
    assert in_words(store, again).tables == in_words(store, first).tables
    (head,) = store.releases.heads()
    assert (head.id, head.hash) == ("2025-01-steering", first.release.hash)


def test_a_released_month_stays_closed(store: Store, january: Year) -> None:
    write_release(store, protect(store, 1))
    with pytest.raises(Conflict):
        undo_close(store, month(1))


def test_a_preview_is_not_released_after_another_release(store: Store, january: Year) -> None:
    seen = protect(store, 1)
    write_release(store, protect(store, 1, Profile.PUBLIC))
    with pytest.raises(Conflict):
        write_release(store, seen)


def test_no_figure_about_fewer_than_k_persons_is_shown(store: Store, january: Year) -> None:
    protected = protect(store, 1)
    cells = protected.cells
    small = [
        name
        for name, figure in protected.release.figures.items()
        if (persons := cells[name].persons) is not None and 0 < persons < 5 and figure is not None
    ]
    assert small == []


def test_the_public_sees_less_and_the_same_figures(store: Store, january: Year) -> None:
    steering = protect(store, 1)
    write_release(store, steering)
    public = protect(store, 1, Profile.PUBLIC)
    keys = {table.key for table in public.release.tables}
    assert not keys & {"reasons", "advice", "sick_leave", "role", "sector"}
    assert not any("place:" in cell for cell in public.release.figures)
    both = public.release.figures.keys() & steering.release.figures.keys()
    assert both
    assert all(public.release.figures[c] == steering.release.figures[c] for c in both)


def test_a_workplace_below_the_least_headcount_is_marked(store: Store, january: Year) -> None:
    january.store.settings.set("least_headcount", 20)
    table = in_words(store, protect(store, 1)).table("activity")
    assert table is not None
    (small,) = (row for row in table.rows if row.key == "LILLE")
    assert HIDDEN in small.cells
    assert "skjult, for at ingen kan kendes" in table.universe


def test_no_visits_a_true_zero_and_a_question_not_put_are_told_apart(store: Store) -> None:
    year = Year(store, 5)
    for number in range(16):
        person = year.people[number]
        add_contact(store, person, date(2025, 1, 6), reasons=("P01" if number < 8 else "S01",))
    close_month(store, month(1), anyway=True)
    figures = protect(store, 1).release.figures
    assert figures["place:STOR|2025-01|contacts|all!"] is State.NO_VISITS
    assert figures["project|2025-01|reasons.all.by_code|P01"] == 8
    assert figures["project|2025-01|reasons.all.by_code|P02"] == 0


def of_place(store: Store, number: int) -> OutsideReport:
    asked = Asked(Profile.STEERING, month(number), place("STOR"))
    return in_words(store, protect_request(read_request(store, asked)))


def test_a_column_without_visits_and_inquiries_says_so_of_all_its_figures(store: Store) -> None:
    """Parts that were counted, of a total that was not, would contradict each other."""
    year = Year(store, 5)
    for turn in range(20):
        year.meet(year.places[0], turn, [year.people[turn]])
    close_month(store, month(1), anyway=True)
    close_month(store, month(2), anyway=True)
    report = of_place(store, 2)
    assert report.table("channel") is not None
    for table in report.tables:
        months = [n for n, column in enumerate(table.columns) if column.key == "2025-02"]
        of_month = {row.cells[n] for row in table.all_rows for n in months}
        assert of_month <= {"i.f."}, table.key
    (sums,) = (table.all_rows[-1] for table in report.tables if table.key == "activity")
    assert sums.cells[1:] == (0, 0, 0, "i.f.")


def test_where_somebody_came_after_all_the_zeros_are_counted(store: Store) -> None:
    year = Year(store, 5)
    for turn in range(20):
        year.meet(year.places[0], turn, [year.people[turn]])
    close_month(store, month(1), anyway=True)
    close_month(store, month(2), anyway=True)
    write_release(store, of_place(store, 2).protected)
    for turn, person in enumerate(2 * year.people):
        add_contact(
            store,
            person if turn % 3 else None,
            date(2025, 2, 4),
            workplace_id=year.places[0].id,
            channel=(Channel.WORKPLACE, Channel.EMAIL)[turn // 2 % 2],
            reasons=(("P01", "S02")[turn // 4 % 2],),
            role=(Role.EMPLOYEE, Role.MANAGER)[turn // 8 % 2],
            sick_leave=(SickLeave.NONE, SickLeave.FULL)[turn // 16 % 2],
        )
    restate_month(store, month(2), "De manglede")
    close_month(store, month(3), anyway=True)
    protected = of_place(store, 3).protected
    (table,) = (each for each in protected.release.tables if each.key == "restated.2025-02")
    figures = protected.release.figures
    channels = [
        [None if cell is None else figures[cell] for cell in cells]
        for row, cells in zip(table.rows, table.cells, strict=True)
        if row.startswith("channel.")
    ]
    before, after = zip(*channels, strict=True)
    assert set(before) == {State.NO_VISITS}
    assert State.NO_VISITS not in after
    assert 0 in after


def test_a_correction_of_many_is_printed_whole_in_the_next_release(
    store: Store, january: Year
) -> None:
    """All figures of the month, also those that are the same: which changed is not told apart."""
    first = protect(store, 1)
    write_release(store, first)
    january.correct(1, contacts=12)
    january.live(2)
    protected = protect(store, 2)
    (table,) = (each for each in protected.release.tables if each.key.startswith("restated"))
    assert table.key == "restated.2025-01"
    printed = {each.key: each for each in first.release.tables}
    families = {row.partition(".")[0] for row in table.rows}
    assert families == {key for key in printed if "2025-01" in printed[key].columns} | {"activity"}
    for key in families - {"activity"}:
        codes = {row.partition(".")[2] for row in table.rows if row.startswith(f"{key}.")}
        assert codes == {*printed[key].rows}
    assert "activity.contacts" in table.rows
    assert any(old == new for old, new in table.cells)
    (printed,) = (t for t in in_words(store, protected).tables if t.key == table.key)
    assert printed.title == "Rettelse af januar 2025"
    codes = {key.partition(".")[2] for key in table.rows if not key.startswith("activity")}
    assert not [row.key for row in printed.rows if str(row.cells[0]).rpartition(": ")[2] in codes]
    write_release(store, protected)
    january.live(3)
    keys = {table.key for table in protect(store, 3).release.tables}
    assert "restated.2025-01" not in keys


def test_a_correction_of_one_waits_until_there_are_enough(store: Store, january: Year) -> None:
    """Were it told, a 0 that becomes a mark would tell all of the one who was added."""
    first = protect(store, 1)
    write_release(store, first)
    january.correct(1)
    january.live(2)
    second = protect(store, 2)
    assert not any(table.key.startswith("restated") for table in second.release.tables)
    assert all("@" not in cell for cell in second.release.figures)
    assert any("En rettelse af januar 2025 venter" in note.da for note in second.notes)
    write_release(store, second)
    january.correct(1, contacts=11)
    january.live(3)
    third = protect(store, 3)
    assert any(table.key == "restated.2025-01" for table in third.release.tables)
    assert not any("venter" in note.da for note in third.notes)


def test_a_quarter_says_which_it_is_and_that_it_is_a_sum_of_closed_months(store: Store) -> None:
    year = Year(store, 9)  # one with a workplace that has enough persons in each of the months
    for number in (1, 2, 3):
        year.live(number)
    report = in_words(store, protect(store, 3))
    table = report.table("quarter")
    assert table is not None
    assert table.universe.startswith(
        "1. kvartal 2025: summen af de tre lukkede måneder, som de var, da den sidste blev lukket."
    )


def test_a_table_of_zeros_is_one_line(store: Store) -> None:
    year = Year(store, 5)
    for number in range(16):
        person = year.people[number]
        add_contact(store, person, date(2025, 1, 6), reasons=("P01" if number < 8 else "S01",))
    close_month(store, month(1), anyway=True)
    report = in_words(store, protect(store, 1))
    advice, reasons = (report.table(key) for key in ("advice", "reasons"))
    assert advice is not None
    assert reasons is not None
    assert [row.cells for row in advice.all_rows] == [("I alt", 0)]
    assert len(reasons.rows) > 20


def test_few_people_are_not_split_at_all(store: Store) -> None:
    year = Year(store, 5)
    for number in range(3):
        add_contact(store, year.people[number], date(2025, 1, 6))
    close_month(store, month(1), anyway=True)
    protected = protect(store, 1)
    assert {table.key for table in protected.release.tables} == {"activity"}
    assert "Færre end 5 personer i januar 2025" in in_words(store, protected).notes[0]


def test_a_larger_k_takes_no_report_away(store: Store) -> None:
    """Under k = 3 everything is shown; with k = 10 a zero would give the month before away."""
    year = Year(store, 5)
    store.settings.set("protection_k", 3)
    store.settings.set("least_headcount", 0)
    talks = [
        add_contact(store, year.people[n], date(2025, 1, 6), reasons=("S01",)) for n in range(5)
    ]
    for number in range(5, 20):
        add_contact(store, year.people[number], date(2025, 1, 6), reasons=("P01",))
    close_month(store, month(1), anyway=True)
    write_release(store, protect(store, 1))
    for talk in talks:
        store.inquiries.change(replace(store.inquiries.get(talk.id), reasons=("P01",)))
    restate_month(store, month(1), "Forkert årsag")
    store.settings.set("protection_k", 10)
    year.live(2)
    protected = protect(store, 2)
    assert protected.release.tables[0].key == "activity"
    assert protected.left_out


def test_a_refusal_names_the_figure_and_the_plan(store: Store) -> None:
    """What is said where not even activity can go out."""
    draft = whole_draft_of_a_workplace(store)
    error = refused(draft, (), draft.framing.ground.ledger)
    text = error.message("da")
    assert "kan regnes ud" in text
    assert "2025-01-plan" in text


def test_a_smaller_report_has_sums_only(store: Store, january: Year) -> None:
    asked = Asked(Profile.STEERING, month(1), detail=Detail.SUMS)
    protected = protect_request(read_request(store, asked))
    assert all(table.rows == ("all",) for table in protected.release.tables)


def test_less_leaves_no_trace_of_what_is_left_out(store: Store, large_january: Year) -> None:
    main = protect_request(
        read_request(store, Asked(Profile.STEERING, month(1), detail=Detail.MAIN))
    )
    assert {table.key for table in main.release.tables} == {"activity", "kinds", "groups"}
    assert b"|roles|" not in main.file


def test_nothing_left_to_show_is_said(store: Store, january: Year) -> None:
    with pytest.raises(UserError) as caught:
        protect_request(
            read_request(store, Asked(Profile.STEERING, month(1), detail=Detail.TO_DATE))
        )
    assert "ingen tal tilbage" in caught.value.message("da")


@pytest.mark.parametrize("after", range(3))
def test_planning_can_be_stopped_before_every_month(store: Store, after: int) -> None:
    year = Year(store, 4)
    for number in range(1, 4):
        year.live(number)
    request = read_request(store, Asked(Profile.STEERING, month(3)))
    steps: list[Planning] = []

    def watch(progress: Progress | Planning) -> bool:
        if isinstance(progress, Planning):
            steps.append(progress)
        return len(steps) <= after

    with pytest.raises(Stopped):
        protect_request(request, watch)
    assert steps[: after + 1] == [Planning(done, 3) for done in range(after + 1)]


def whole_draft_of_a_workplace(store: Store) -> Draft:
    """Return what cannot go out whole: all tables of a workplace, beside those of the project."""
    store.settings.set("least_headcount", 0)
    Year(store, 4).live(1)
    write_release(store, protect(store, 1))
    request = read_request(store, Asked(Profile.STEERING, month(1), place("STOR")))
    return framing_of(request.ground, place("STOR"), request.close).framed()


def test_an_unknown_workplace_has_no_figures(store: Store, january: Year) -> None:
    with pytest.raises(UserError) as caught:
        read_request(store, Asked(Profile.STEERING, month(1), place("INGEN")))
    assert "INGEN" in caught.value.message("da")


@pytest.mark.usefixtures("january")
def test_the_page_of_method_names_what_is_shown_though_it_is_small(store: Store) -> None:
    lines = {key: text for key, _, text in method_lines(protect(store, 1))}
    assert "antallet af opkald, der ikke gælder en arbejdsplads" in lines["threshold"].da
    assert "the number of calls about no workplace" in lines["threshold"].en


@pytest.mark.usefixtures("january")
def test_one_release_to_others_is_told_of_as_one(store: Store) -> None:
    write_release(store, protect(store, 1))
    lines = {key: text for key, _, text in method_lines(protect(store, 1, Profile.PUBLIC))}
    assert "Heraf gik 1 til andre; den er med i kontrollen" in lines["together"].da
    assert "Of these, 1 went to others; it is in the check" in lines["together"].en
