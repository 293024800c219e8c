"""The sentences of the import."""

from PySide6.QtCore import QCoreApplication

from app.models.csv_reading import Table
from app.models.import_report import ImportReport
from app.models.words import whole_number
from app.ui.pages.import_wizard.reading import INQUIRIES

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
    """Return a number of inquiries or workplaces."""
    number = whole_number(count)
    if kind == INQUIRIES:
        if count == 1:
            return translate("Import", "1 henvendelse")
        return translate("Import", "{count} henvendelser").format(count=number)
    if count == 1:
        return translate("Import", "1 arbejdsplads")
    return translate("Import", "{count} arbejdspladser").format(count=number)


def button(report: ImportReport) -> str:
    """Return what the button does: "Importér 250 henvendelser"."""
    return translate("Import", "Importér {things}").format(
        things=things(report.kind, _written(report))
    )


def figures(report: ImportReport) -> list[tuple[str, str]]:
    """Return the figures of a dry run, as numbers and what they count; zeros are left out."""
    found = [
        (report.added, translate("Import", "bliver tilføjet")),
        (report.updated, translate("Import", "bliver opdateret")),
        (report.already_there, translate("Import", "findes allerede og springes over")),
        (len(report.rejected_rows), translate("Import", "kan ikke bruges")),
    ]
    told = [(rows(count), text) for count, text in found if count]
    return told or [(rows(0), translate("Import", "i filen"))]


def besides(report: ImportReport) -> list[str]:
    """Return what comes along with the rows: persons, counsellors, organisations."""
    told = []
    if report.new_people:
        one = report.new_people == 1
        text = (
            translate("Import", "1 ny person")
            if one
            else translate("Import", "{count} nye personer")
        )
        told.append(text.format(count=whole_number(report.new_people)))
    if report.new_counsellors:
        names = ", ".join(report.new_counsellors)
        told.append(translate("Import", "Nye vejledere: {names}").format(names=names))
    if report.new_organisations:
        names = ", ".join(report.new_organisations)
        told.append(translate("Import", "Nye organisationer: {names}").format(names=names))
    return told


def done(report: ImportReport) -> str:
    """Return what was imported: "250 henvendelser er importeret"."""
    return translate("Import", "{things} er importeret").format(
        things=things(report.kind, _written(report))
    )


def skipped(report: ImportReport) -> str:
    """Return how many rows were left out, or nothing."""
    count = len(report.rejected_rows)
    return translate("Import", "{rows} er sprunget over.").format(rows=rows(count)) if count else ""


def _written(report: ImportReport) -> int:
    return report.added + report.updated
