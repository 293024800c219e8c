"""The commands ``rules …``: the presence rules, as a script can keep them."""

from datetime import date, timedelta
from typing import Any

import click
from msgspec.structs import replace

from app.cli_base import NOTHING_FOUND, Group, Invocation, option, pass_invocation
from app.cli_day import DAY
from app.cli_planning import (
    TIME,
    as_json,
    counsellor_option,
    fields_line,
    shift_option,
    the_counsellors,
    the_time,
    the_weekdays,
    the_workplaces,
    told_conflicts,
    warn,
    workplace_option,
)
from app.cli_usage import Misuse
from app.errors import NotFound, UserError
from app.export.json_objects import Codes, to_json
from app.models.clock import local_today
from app.models.named import workplace_named
from app.models.periods import first_weekday, monday
from app.models.plan_types import PresenceRule, RulePlace
from app.models.plan_words import rule_words
from app.models.rule_checks import with_some_visit
from app.models.setting_list import BY_NAME
from app.models.store import Store
from app.models.types import RecordId, Shift
from app.models.words import SHIFTS, short_date
from app.texts import Language, Text

_RULE = click.argument("rule")
_LOOKED_AHEAD = timedelta(weeks=12)
"""How far a rule is looked at for what does not fit with it."""
_HOLIDAY_CHOICES, _HOLIDAY_KINDS = (
    [value for value, _ in BY_NAME[name].choices] for name in ("holidays", "holiday_kinds")
)
_NO_CHANGE = Text(
    "Angiv, hvad der skal ændres, fx --time 9.30 eller --weekday tirsdag.",
    "Give what is to change, for example --time 9.30 or --weekday Tuesday.",
)
_OPTIONS = (
    option(
        "--every-weeks",
        type=int,
        da="Hver n. uge; 1 er hver uge.",
        en="Every n weeks; 1 is every week.",
    ),
    option(
        "--weekday",
        "weekdays",
        multiple=True,
        metavar="DAY",
        da="Ugedagen: 1–7 eller mandag … søndag; kan gives flere gange.",
        en="The weekday: 1–7 or Monday … Sunday; can be given several times.",
    ),
    option("--time", metavar=TIME, da="Hvornår det begynder.", en="When it begins."),
    option("--minutes", type=int, da="Hvor længe det varer.", en="How long it lasts."),
    shift_option,
    option(
        "--place",
        "rooms",
        multiple=True,
        da="Lokalet; flere bruges på skift. En ny regel får ellers arbejdspladsens eget sted;"
        ' --place "" lader det stå tomt.',
        en="The room; several are used in turn. A new rule gets the workplace's own place"
        ' otherwise; --place "" leaves it empty.',
    ),
    option(
        "--address",
        "addresses",
        multiple=True,
        da="Adressen, én for hvert lokale.",
        en="The address, one for each room.",
    ),
    option(
        "--counsellor",
        "counsellors",
        multiple=True,
        metavar="INITIALS",
        da="Hvem der sidder der; kan gives flere gange, den første er ansvarlig.",
        en="Who sits there; can be given several times, the first is responsible.",
    ),
    option(
        "--first-week",
        type=DAY,
        da="En dag i en uge, reglen har fremmøder i; ellers så tidligt som muligt.",
        en="A day of a week in which the rule has visits; otherwise as early as possible.",
    ),
    option("--until", type=DAY, da="Reglens sidste dag.", en="The last day of the rule."),
    option("--remark", da="Bemærkning.", en="Remark."),
)


def _rule_options(command: Any) -> Any:
    for one in reversed(_OPTIONS):
        command = one(command)
    return command


@click.group("rules", cls=Group, words=Text("Fremmøderegler.", "Presence rules."))
def rules() -> None:
    """Work with presence rules."""


@rules.command("list", words=Text("Vis reglerne med deres id.", "Show the rules with their ids."))
@workplace_option
@counsellor_option
@option("--all", "ended", is_flag=True, da="Også dem, der er slut.", en="Those that ended, too.")
@as_json
@pass_invocation
def list_(
    invocation: Invocation,
    workplaces: tuple[str, ...],
    counsellors: tuple[str, ...],
    ended: bool,
    form: str,
) -> None:
    """Print the versions of rules that are in force or to come."""
    with invocation.open() as context:
        store, codes = context.store, Codes(context.store)
        places = the_workplaces(store, workplaces)
        people = the_counsellors(store, counsellors)
        today = local_today(invocation.clock)
        found = [
            rule
            for rule in store.presence_rules.all()
            if (ended or rule.valid_until is None or rule.valid_until >= today)
            and (not places or rule.workplace_id in places)
            and (not people or not set(people).isdisjoint(rule.counsellor_ids))
        ]
    if form == "json":
        click.echo(to_json([codes.rule_object(rule) for rule in found]), nl=False)
        return
    for rule in found:
        click.echo(_line(rule, codes, invocation.language))
    if not found:
        invocation.complain(NOTHING_FOUND)


@rules.command("add", words=Text("Tilføj en fremmøderegel.", "Add a presence rule."))
@option("--workplace", required=True, metavar="CODE", da="Arbejdspladsen.", en="The workplace.")
@option(
    "--from",
    "begins",
    type=DAY,
    da="Første dag; ellers i dag.",
    en="The first day; otherwise today.",
)
@_rule_options
@as_json
@pass_invocation
def add(
    invocation: Invocation, /, form: str, workplace: str, begins: date | None, **told: Any
) -> None:
    """Add the first version of a rule."""
    with invocation.open() as context:
        store = context.store
        first = begins or local_today(invocation.clock)
        at = workplace_named(store, workplace)
        empty = PresenceRule(
            workplace_id=at.id,
            weekdays=(),
            time="",
            places=(RulePlace(room=at.place),) if at.place else (),
            counsellor_ids=(store.settings.counsellor_id,),
            anchor=monday(first),
            valid_from=first,
        )
        rule = _changed(store, empty, told)
        if told["first_week"] is None:
            rule = _as_early_as_possible(rule, first)
        with store.atomic():
            added = with_some_visit(store.presence_rules.add(rule))
        _answer(invocation, store, added, form)
        warn(invocation, _conflicts(invocation, store, added, first))


@rules.command(
    "change",
    words=Text(
        "Ændr en regel fra en dag; det, der har været, flyttes ikke.",
        "Change a rule from a day on; what has been does not move.",
    ),
)
@_RULE
@option(
    "--from",
    "begins",
    type=DAY,
    da="Fra denne dag; ellers fra i dag.",
    en="From this day on; otherwise today.",
)
@option("--reason", default="", da="Hvorfor den er ændret.", en="Why it is changed.")
@_rule_options
@as_json
@pass_invocation
def change(
    invocation: Invocation, /, rule: str, form: str, begins: date | None, reason: str, **told: Any
) -> None:
    """End a rule and begin a new version of it; what is not told stays as it is."""
    if all(value in (None, ()) for value in told.values()):
        raise Misuse(_NO_CHANGE)
    with invocation.open() as context:
        store = context.store
        before = _the_rule(store, rule)
        first = begins or local_today(invocation.clock)
        known = _conflicts(invocation, store, before, first)
        wanted = _changed(store, before, told)
        if wanted.every_weeks != before.every_weeks and told["first_week"] is None:
            wanted = _as_early_as_possible(wanted, first)
        with store.atomic():
            changed = store.presence_rules.change_from(before.id, first, wanted, reason)
            after = with_some_visit(changed)
        _answer(invocation, store, after, form)
        warn(invocation, _conflicts(invocation, store, after, first), known)


@rules.command(
    "delete",
    words=Text("Slet en regel, der ikke er begyndt.", "Delete a rule that has not begun."),
)
@_RULE
@as_json
@pass_invocation
def delete(invocation: Invocation, rule: str, form: str) -> None:
    """Take a rule out of the plan as if it had never been there."""
    with invocation.open() as context:
        store = context.store
        deleted = store.presence_rules.delete(_the_rule(store, rule).id)
        _answer(invocation, store, deleted, form)


@rules.command("end", words=Text("Afslut en regel.", "End a rule."))
@_RULE
@option(
    "--until",
    "last",
    type=DAY,
    da="Sidste dag; ellers i dag.",
    en="The last day; otherwise today.",
)
@option("--reason", default="", da="Hvorfor den er stoppet.", en="Why it is stopped.")
@as_json
@pass_invocation
def end(invocation: Invocation, rule: str, last: date | None, reason: str, form: str) -> None:
    """Let a rule have no visits after a day."""
    with invocation.open() as context:
        store = context.store
        last_day = last or local_today(invocation.clock)
        ended = store.presence_rules.end(_the_rule(store, rule).id, last_day, reason)
        _answer(invocation, store, ended, form)


@rules.command(
    "holidays",
    words=Text(
        "Vis eller vælg, hvad der sker med fremmøder på helligdage.",
        "Show or choose what becomes of visits on holidays.",
    ),
)
@click.argument("choice", required=False, type=click.Choice(_HOLIDAY_CHOICES))
@option(
    "--days",
    type=click.Choice(_HOLIDAY_KINDS),
    da="De officielle, eller også mærkedage som juleaftensdag.",
    en="The official ones, or customary days like Christmas Eve too.",
)
@pass_invocation
def holidays(invocation: Invocation, choice: str | None, days: str | None) -> None:
    """Set what was told of the project's choice, and print it."""
    with invocation.open() as context:
        settings = context.store.settings
        told = {"holidays": choice, "holiday_kinds": days}
        with context.store.atomic():
            for name, value in told.items():
                if value is not None:
                    settings.set(name, value)
        for name in told:
            chosen = settings.get(name)
            words = dict(BY_NAME[name].choices)[str(chosen)]
            line = Text("{what}: {words} ({chosen})", "{what}: {words} ({chosen})")
            invocation.say(line.format(what=BY_NAME[name].label, words=words, chosen=chosen))


def _conflicts(
    invocation: Invocation, store: Store, rule: PresenceRule, first: date
) -> tuple[Text, ...]:
    """Return what does not fit with a rule in the first weeks from a day on that are to come."""
    first = max(first, local_today(invocation.clock))
    return told_conflicts(store, rule.series_id, first, first + _LOOKED_AHEAD)


def _changed(store: Store, rule: PresenceRule, told: dict[str, Any]) -> PresenceRule:
    """Return a rule with what was told of it; what was not told stays."""
    changes: dict[str, object] = {
        name: told[option_name]
        for name, option_name in (
            *((name, name) for name in ("every_weeks", "minutes", "remark")),
            ("valid_until", "until"),
        )
        if told[option_name] is not None
    }
    for name, option_name, read in (
        ("weekdays", "weekdays", the_weekdays),
        ("time", "time", the_time),
        ("shift", "shift", Shift),
    ):
        # What may be given several times is empty, not missing, when it is not told.
        if told[option_name] not in (None, ()):
            changes[name] = read(told[option_name])
    if told["rooms"] or told["addresses"]:
        changes["places"] = _places(told["rooms"], told["addresses"])
    if told["counsellors"]:
        changes["counsellor_ids"] = the_counsellors(store, told["counsellors"])
    if told["first_week"] is not None:
        changes["anchor"] = monday(told["first_week"])
    return replace(rule, **changes)


def _places(rooms: tuple[str, ...], addresses: tuple[str, ...]) -> tuple[RulePlace, ...]:
    count = max(len(rooms), len(addresses))
    if not {len(rooms), len(addresses)} <= {0, count}:
        raise UserError(
            Text("Reglen blev ikke gemt.", "The rule was not saved."),
            Text("Der er ikke en adresse til hvert lokale.", "Not every room has an address."),
            Text("Giv lige mange --place og --address.", "Give as many --place as --address."),
        )
    pairs = zip(rooms or ("",) * count, addresses or ("",) * count, strict=True)
    places = tuple(RulePlace(room=room, address=address) for room, address in pairs)
    return places if any(rooms) or any(addresses) else ()


def _as_early_as_possible(rule: PresenceRule, day: date) -> PresenceRule:
    if not rule.weekdays:
        return rule
    return replace(rule, anchor=monday(first_weekday(day, rule.weekdays)))


def _the_rule(store: Store, rule_id: str) -> PresenceRule:
    found = store.presence_rules.find(RecordId(rule_id))
    if found is None:
        raise NotFound(
            Text("Kommandoen blev ikke udført.", "The command was not carried out."),
            Text(f"Der er ingen regel »{rule_id}«.", f"There is no rule “{rule_id}”."),
            Text(
                "Se reglerne med »vejviser rules list«.",
                "See the rules with “vejviser rules list”.",
            ),
        )
    return found


def _answer(invocation: Invocation, store: Store, rule: PresenceRule, form: str) -> None:
    codes = Codes(store)
    if form == "json":
        click.echo(to_json(codes.rule_object(rule)), nl=False)
    else:
        click.echo(_line(rule, codes, invocation.language))


def _line(rule: PresenceRule, codes: Codes, language: Language) -> str:
    """Return a rule as one line: id, workplace, rhythm, shift, places, counsellors, days, why it ended."""
    until = short_date(rule.valid_until) if rule.valid_until else ""
    places = (", ".join(filter(None, (one.room, one.address))) for one in rule.places)
    return fields_line(
        rule.id,
        codes.workplaces[rule.workplace_id],
        rule_words(rule).in_language(language),
        SHIFTS[rule.shift].in_language(language).lower() if rule.shift else "",
        " | ".join(places),
        ", ".join(codes.initials[who] for who in rule.counsellor_ids),
        f"{short_date(rule.valid_from)} – {until}".rstrip(),
        rule.end_reason,
    )
