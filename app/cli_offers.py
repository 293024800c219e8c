"""The commands ``offers …``: what people can use, of the project, an organisation or a workplace."""

from collections.abc import Callable
from typing import Any, TypeVar

import click
from msgspec.structs import replace

from app.cli_base import NOTHING_FOUND, Group, Invocation, option, pass_invocation
from app.cli_day import DAY_OR_NONE
from app.cli_planning import fields_line
from app.cli_usage import Misuse
from app.errors import NotFound
from app.export.json_objects import JsonObject, to_json
from app.models.clock import local_today
from app.models.named import workplace_named
from app.models.offer_list import (
    ShownOffer,
    list_offers,
    sessions_agreed,
    validity_words,
    with_owners,
)
from app.models.offers import USUAL_ADVICE
from app.models.store import Store
from app.models.types import Offer, OfferKind, RecordId
from app.models.words import OFFER_KINDS, grouped_phone
from app.texts import Language, Text

F = TypeVar("F", bound=Callable[..., Any])

_REFUSED = Text("Kommandoen blev ikke udført.", "The command was not carried out.")
_OFFER = click.argument("offer", metavar="ID")
_AS_JSON = option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    da="Linjer eller JSON (docs/offers-json.md).",
    en="Lines or JSON (docs/offers-json.md).",
)


def _fields(command: F) -> F:
    """Add the options that say what an offer is."""
    kinds = click.Choice([kind.value for kind in OfferKind])
    for made in reversed(
        (
            option("--kind", type=kinds, da="Slags.", en="Kind."),
            option("--provider", da="Leverandør.", en="Provider."),
            option(
                "--workplace",
                metavar="CODE",
                da="Kun for denne arbejdsplads.",
                en="Only for this workplace.",
            ),
            option(
                "--organisation",
                metavar="NAME",
                da="Kun for denne organisation.",
                en="Only for this organisation.",
            ),
            option(
                "--everybody", is_flag=True, da="For hele projektet.", en="For the whole project."
            ),
            option(
                "--advice",
                "advice_code",
                metavar="CODE",
                da="Rådet, det hører til.",
                en="The advice that it belongs to.",
            ),
            option("--phone", da="Telefon.", en="Phone."),
            option("--link", da="Link.", en="Link."),
            option("--note", da="Hvad det dækker.", en="What it covers."),
            option(
                "--quota",
                type=click.IntRange(0, 99),
                da="Aftalte sessioner; 0 for ingen aftale.",
                en="Sessions agreed on; 0 for no agreement.",
            ),
            option("--from", "valid_from", type=DAY_OR_NONE, da="Første dag.", en="First day."),
            option("--until", "valid_until", type=DAY_OR_NONE, da="Sidste dag.", en="Last day."),
        )
    ):
        command = made(command)
    return command


@click.group(
    "offers",
    cls=Group,
    words=Text(
        "Tilbud, som folk kan bruge: vis, tilføj, ret og slet dem.",
        "Offers that people can use: list, add, change and delete them.",
    ),
)
def offers() -> None:
    """Work with offers."""


@offers.command("list", words=Text("Vis tilbud med deres id.", "Show offers with their ids."))
@click.argument("text", default="")
@option(
    "--valid/--all",
    "only_valid",
    default=True,
    show_default=True,
    da="Kun dem, der gælder i dag, eller alle.",
    en="Only those valid today, or all.",
)
@_AS_JSON
@pass_invocation
def list_(invocation: Invocation, text: str, form: str, *, only_valid: bool) -> None:
    """Print the offers in which every word of TEXT begins a word."""
    today = local_today(invocation.clock)
    index = 0 if invocation.language == "da" else 1
    with invocation.open() as context:
        found = list_offers(
            context.store, text, valid_on=today if only_valid else None, language_index=index
        )
        codes = _codes(context.store)
    if form == "json":
        click.echo(to_json([_object(one, codes) for one in found]), nl=False)
        return
    for one in found:
        click.echo(_line(one, invocation.language))
    if not found:
        invocation.complain(NOTHING_FOUND)


@offers.command("add", words=Text("Tilføj et tilbud.", "Add an offer."))
@_fields
@_AS_JSON
@pass_invocation
def add(invocation: Invocation, /, form: str, **told: Any) -> None:
    """Store an offer: for the whole project, unless told otherwise."""
    if not told["kind"] or not told["provider"]:
        raise Misuse(Text("Angiv --kind og --provider.", "Give --kind and --provider."))
    kind = OfferKind(told["kind"])
    base = Offer(kind=kind, provider="", advice_code=USUAL_ADVICE.get(kind, ""))
    with invocation.open() as context:
        store = context.store
        stored = store.offers.add(replace(base, **_values(store, told)))
        _answer(invocation, store, stored, form)


@offers.command("update", words=Text("Ret et tilbud.", "Change an offer."))
@_OFFER
@_fields
@_AS_JSON
@pass_invocation
def update(invocation: Invocation, /, offer: str, form: str, **told: Any) -> None:
    """Change what is told, and leave the rest as it is."""
    with invocation.open() as context:
        store = context.store
        changed = replace(_the_offer(store, offer), **_values(store, told))
        _answer(invocation, store, store.offers.change(changed), form)


@offers.command(
    "delete",
    words=Text(
        "Slet et tilbud; henvisninger til det beholder leverandørens navn.",
        "Delete an offer; referrals to it keep the name of the provider.",
    ),
)
@_OFFER
@pass_invocation
def delete(invocation: Invocation, offer: str) -> None:
    """Delete one offer and print it."""
    with invocation.open() as context:
        (shown,) = with_owners(context.store, (_the_offer(context.store, offer),))
        context.store.offers.delete(shown.offer.id)
    click.echo(_line(shown, invocation.language))


def _values(store: Store, told: dict[str, Any]) -> dict[str, Any]:
    """Return what was told as fields of the record; an empty date or a quota of 0 is none."""
    texts = ("provider", "advice_code", "phone", "link", "note")
    values: dict[str, Any] = {name: told[name].strip() for name in texts if told[name] is not None}
    if told["kind"] is not None:
        values["kind"] = OfferKind(told["kind"])
    if told["quota"] is not None:
        values["quota"] = told["quota"] or None
    for name in ("valid_from", "valid_until"):
        if told[name] is not None:
            values[name] = told[name] or None
    return values | _owner(store, told)


def _owner(store: Store, told: dict[str, Any]) -> dict[str, RecordId | None]:
    code, name, everybody = told["workplace"], told["organisation"], told["everybody"]
    if sum((code is not None, name is not None, everybody)) > 1:
        raise Misuse(
            Text(
                "Angiv kun én af --workplace, --organisation og --everybody.",
                "Give only one of --workplace, --organisation and --everybody.",
            )
        )
    if code is not None:
        return {"workplace_id": workplace_named(store, code).id, "organisation_id": None}
    if name is not None:
        found = store.organisations.by_name(name)
        if found is None:
            raise _unknown(
                Text(f"Der er ingen organisation »{name}«.", f"There is no organisation “{name}”.")
            )
        return {"workplace_id": None, "organisation_id": found.id}
    return {"workplace_id": None, "organisation_id": None} if everybody else {}


def _the_offer(store: Store, offer_id: str) -> Offer:
    found = store.offers.find(RecordId(offer_id))
    if found is None:
        raise _unknown(
            Text(f"Der er intet tilbud »{offer_id}«.", f"There is no offer “{offer_id}”.")
        )
    return found


def _unknown(why: Text) -> NotFound:
    return NotFound(
        _REFUSED,
        why,
        Text(
            "Se tilbuddene med »vejviser offers list --all«.",
            "See the offers with “vejviser offers list --all”.",
        ),
    )


def _answer(invocation: Invocation, store: Store, offer: Offer, form: str) -> None:
    (shown,) = with_owners(store, (offer,))
    if form == "json":
        click.echo(to_json(_object(shown, _codes(store))), nl=False)
    else:
        click.echo(_line(shown, invocation.language))


def _codes(store: Store) -> dict[RecordId, str]:
    return {place.id: place.code for place in store.workplaces.all()}


def _line(shown: ShownOffer, language: Language) -> str:
    """Return an offer as one line: id, kind, provider, whose, advice, sessions, when, phone, note."""
    offer = shown.offer
    whole = Text("hele projektet", "the whole project").in_language(language)
    return fields_line(
        offer.id,
        OFFER_KINDS[offer.kind].in_language(language),
        offer.provider,
        shown.owner or whole,
        offer.advice_code,
        sessions_agreed(offer).in_language(language),
        validity_words(offer).in_language(language),
        grouped_phone(offer.phone),
        offer.note,
    )


def _object(shown: ShownOffer, codes: dict[RecordId, str]) -> JsonObject:
    offer = shown.offer
    return {
        "offer": offer.id,
        "kind": offer.kind.value,
        "provider": offer.provider,
        "scope": shown.scope.value,
        "workplace": codes[offer.workplace_id] if offer.workplace_id else None,
        "organisation": shown.owner if offer.organisation_id else None,
        "advice": offer.advice_code,
        "phone": offer.phone,
        "link": offer.link,
        "note": offer.note,
        "quota": offer.quota,
        "valid_from": offer.valid_from and offer.valid_from.isoformat(),
        "valid_until": offer.valid_until and offer.valid_until.isoformat(),
    }
