"""The sentences of the import."""

from PySide6.QtCore import QCoreApplication

from app.models.csv_reading import Table
from app.models.import_report import ImportReport
from app.models.import_told import written
from app.models.words import whole_number
from app.ui.pages.import_wizard.reading import CLOSING_DAYS, INQUIRIES, RULES

translate = QCoreApplication.translate


def facts(table: Table) -> str:
    """Return how a file was understood: rows, separator, encoding."""
    separator = {
        ",": translate("Import", "komma"),
        ";": translate("Import", "semikolon"),
        "\t": translate("Import", "tabulator"),
    }.get(table.delimiter, table.delimiter)
    return " · ".join((rows(len(table.rows)), separator, table.encoding.upper()))


def rows(count: int) -> str:
    """Return a number of rows."""
    if count == 1:
        return translate("Import", "1 række")
    return translate("Import", "{count} rækker").format(count=whole_number(count))


def things(kind: str, count: int) -> str:
    """Return a number of inquiries, workplaces, presence rules or rows of closing days."""
    if kind == INQUIRIES:
        one, many = (
            translate("Import", "1 henvendelse"),
            translate("Import", "{count} henvendelser"),
        )
    elif kind == RULES:
        one = translate("Import", "1 fremmøderegel")
        many = translate("Import", "{count} fremmøderegler")
    elif kind == CLOSING_DAYS:
        one = translate("Import", "1 række lukkedage")
        many = translate("Import", "{count} rækker lukkedage")
    else:
        one = translate("Import", "1 arbejdsplads")
        many = translate("Import", "{count} arbejdspladser")
    return one if count == 1 else many.format(count=whole_number(count))


def button(report: ImportReport) -> str:
    """Return what the button does: "Importér 250 henvendelser"."""
    return translate("Import", "Importér {things}").format(
        things=things(report.kind, _coming_in(report))
    )


def done(report: ImportReport) -> str:
    """Return what was imported: "250 henvendelser er importeret"."""
    if not written(report):
        return translate("Import", "Der var intet nyt at importere")
    return translate("Import", "{things} er importeret").format(
        things=things(report.kind, _coming_in(report))
    )


def skipped(report: ImportReport) -> str:
    """Return how many rows were left out, or nothing."""
    count = len(report.rejected_rows)
    return translate("Import", "{rows} er sprunget over.").format(rows=rows(count)) if count else ""


def _coming_in(report: ImportReport) -> int:
    """Return how many things come in: a row can hold two presence rules."""
    return report.new_rules if report.kind == RULES else written(report)
