"""The sheet of the remaining risk: what was reached, what it cost, and what is left to be known."""

from collections.abc import Iterator, Mapping

from app.export.evaluator import risk_words as words
from app.export.evaluator.codebook import MARKS
from app.export.evaluator.codes import WITHHELD, Origin
from app.export.evaluator.diversity import LEAST_DIFFERENT
from app.export.evaluator.markdown import bullets, document, table
from app.export.evaluator.missing import missing_words
from app.export.evaluator.quasi import LADDERS, Node
from app.export.evaluator.release import Release
from app.export.evaluator.report_words import beside_reports
from app.models.team.coverage import Coverage
from app.texts import Language, Text

_COLUMNS = {ladder.name: Text(f"`{ladder.name}`", f"`{ladder.name}`") for ladder in LADDERS}


def risk_sheet(
    release: Release,
    k: int,
    origin: Origin,
    language: Language,
    covered: Coverage | None = None,
) -> bytes:
    """Return the sheet as Markdown; ``covered`` is at a lead what the laptops sent."""
    return document(part for part in _Sheet(release, k, language, covered).parts(origin) if part)


def rung_words(node: Node, language: Language, names: Mapping[str, Text] = _COLUMNS) -> str:
    """Return what the rows of a node show: what is whole, and what was made coarser."""
    shown = []
    for ladder, level in zip(LADDERS, node, strict=True):
        if level < len(ladder.losses) - 1:
            name = names[ladder.name].in_language(language)
            shown.append(words.FINE.format(name=name).in_language(language) if level else name)
    return ", ".join(shown) or words.NOTHING.in_language(language)


class _Sheet:
    """Writes one sheet in one language."""

    def __init__(
        self, release: Release, k: int, language: Language, covered: Coverage | None
    ) -> None:
        self._release = release
        self._k = k
        self._language = language
        self._covered = covered

    def parts(self, origin: Origin) -> Iterator[str]:
        """Yield headings, paragraphs and tables."""
        period = self._release.period
        days = f"{period.first.isoformat()} – {period.last.isoformat()}"
        yield f"# {self._say(words.TITLE)} · {days}"
        yield self._say(MARKS[origin])
        yield self._say(words.PURPOSE)
        if self._covered is not None:
            yield f"## {self._say(words.MISSING)}"
            yield bullets(map(self._say, missing_words(self._covered)))
        yield f"## {self._say(words.REACHED)}"
        yield self._reached()
        if self._release.risk.sizes:
            yield f"## {self._say(words.SIZES)}"
            yield self._sizes()
        yield f"## {self._say(words.COST)}"
        yield self._cost()
        if self._release.nodes:
            yield f"## {self._say(words.RUNGS)}"
            yield self._rungs()
        if origin is not Origin.SYNTHETIC:
            yield f"## {self._say(words.REPORTS)}"
            yield bullets(map(self._say, beside_reports(self._release)))
        yield f"## {self._say(words.FIGURES)}"
        yield bullets(map(self._say, words.ON_FIGURES))
        yield f"## {self._say(words.ATTACKS)}"
        yield bullets(map(self._say, words.ON_ATTACKS))
        yield self._say(words.LAW)

    def _reached(self) -> str:
        risk = self._release.risk
        if risk.k is None:
            return self._say(words.EMPTY)
        share = words.PER_CENT.format(share=risk.largest_share)
        l_sick = "–" if risk.l_sick_leave is None else str(risk.l_sick_leave)
        rows = [
            (words.K_PERSONS, f"≥ {self._k}", str(risk.k)),
            (words.K_ROWS, f"≥ {self._k}", str(risk.k_rows)),
            (words.L_REASONS, f"≥ {LEAST_DIFFERENT}", str(risk.l_reasons)),
            (words.L_SICK, f"≥ {LEAST_DIFFERENT}", l_sick),
            (words.SHARE, self._say(words.UNDER_100), self._say(share)),
        ]
        head = [self._say(text) for text in (words.MEASURE, words.REQUIRED, words.GOT)]
        return table(head, [(self._say(text), *cells) for text, *cells in rows], 2)

    def _sizes(self) -> str:
        sizes = self._release.risk.sizes
        head = [self._say(words.PERSONS), self._say(words.GROUPS)]
        return table(head, [(str(size), str(count)) for size, count in sizes.items()], 2)

    def _cost(self) -> str:
        release = self._release
        told = [
            code for row in release.rows for code in (*(c for _, c in row.reasons), *row.advice)
        ]
        withheld = words.OF.format(count=told.count(WITHHELD), all=len(told))
        rows = [
            (self._say(words.CONTACTS), str(release.contacts)),
            (self._say(words.SHOWN), str(len(release.rows))),
            (self._say(words.COARSER), str(release.coarser)),
            *(
                (self._say(words.COARSER_AT.format(column=ladder.name)), str(coarser))
                for place, ladder in enumerate(LADDERS)
                if (coarser := release.coarser_at(place))
            ),
            (self._say(words.LEFT_OUT), str(release.left_out)),
            (self._say(words.LEFT_OUT_RARE), str(release.dropped)),
            (self._say(words.LEFT_OUT_REPORTS), str(release.because_of_reports)),
            (self._say(words.LEFT_OUT_ERASED), str(release.erased)),
            (self._say(words.CODES), self._say(withheld)),
        ]
        return table(["", self._say(words.ROWS)], rows, 1)

    def _rungs(self) -> str:
        head = [self._say(text) for text in (words.RUNG, words.DETAIL, words.ROWS)]
        rows = [
            (str(number), rung_words(node, self._language), str(count))
            for number, (node, count) in enumerate(self._release.nodes, 1)
        ]
        return table(head, rows, 1)

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)
