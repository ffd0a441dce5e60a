from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog

from agent_desktop.desk.export_order import ExportFormat, ExportOrder, ExportProgress
from agent_desktop.errors import ExportFailed
from agent_desktop.telephony.history import MISSED
from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui import history_export
from agent_desktop.ui.history_export import HistoryExport
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.models.history_columns import Column
from agent_desktop.ui.models.paged_model import Loading
from agent_desktop.ui.printed_page import page_document
from tests.ui.stage import Stage, call

CALLS = (call("a", ago=10), call("b", ago=20, status="ABANDON", number="0912345678"))


def show(stage: Stage, *records) -> HistoryPanel:
    stage.desk.records = list(records)
    stage.open()
    panel = HistoryPanel(stage.context)
    panel.resize(1000, 600)
    stage.show(panel)
    stage.until(lambda: panel.model.loading is not Loading.FIRST)
    stage.settle()
    return panel


def orders(stage: Stage) -> list[ExportOrder]:
    return [asked[1] for asked in stage.desk.asked if asked[0] == "export"]


def is_over(export: HistoryExport) -> bool:
    return export.isVisible() and not export.bar.isVisible()


def test_writes_what_is_filtered_and_says_where_it_is(stage: Stage, tmp_path: Path) -> None:
    panel = show(stage, *CALLS)
    panel.picture.legend.buttons[OutcomeKind.MISSED].click()
    stage.until(lambda: panel.model.rowCount() == 1)
    panel.export.write(tmp_path / "calls.xlsx", ExportFormat.XLSX)
    stage.until(lambda: is_over(panel.export))
    (order,) = orders(stage)
    assert (order.query.outcome, order.format, order.target) == (MISSED, ExportFormat.XLSX, tmp_path / "calls.xlsx")
    assert panel.export.words.whole == "2 calls are in calls.xlsx."
    assert panel.export.open.isVisible()
    panel.export.close_line.click()
    assert not panel.export.isVisible()


def test_tells_how_far_it_is_and_can_be_stopped(stage: Stage, tmp_path: Path) -> None:
    panel = show(stage, *CALLS)
    export = panel.export
    stage.on_desk(lambda: stage.desk.hold("export"))
    export.write(tmp_path / "calls.csv", ExportFormat.CSV)
    assert not export.button.isEnabled()
    stage.publish(ExportProgress(250_000, 1_000_000))
    stage.until(lambda: export.bar.value() == 250)
    assert export.words.whole == "250,000 of 1,000,000 calls"
    stage.publish(ExportProgress(1_000_000, 1_000_000))
    stage.until(lambda: export.words.whole == "Finishing the file…")
    export.cancel.click()
    assert export.words.whole == "The export was stopped. No file was written."
    assert export.button.isEnabled()
    stage.publish(ExportProgress(1, 2))
    stage.settle()
    assert not export.bar.isVisible()


def test_a_failure_is_said(stage: Stage, tmp_path: Path) -> None:
    stage.desk.failures["export"] = ExportFailed("There is no folder x.", "Choose a folder that is there.")
    panel = show(stage, *CALLS)
    panel.export.write(tmp_path / "calls.csv", ExportFormat.CSV)
    stage.until(lambda: is_over(panel.export))
    assert panel.export.words.whole == "There is no folder x. Choose a folder that is there."
    assert not panel.export.open.isVisible()


def test_suggests_a_name_that_says_the_days_in_the_folder_of_the_last_one(stage: Stage, tmp_path: Path) -> None:
    panel = show(stage, *CALLS)
    panel.export.write(tmp_path / "old.csv", ExportFormat.CSV)
    stage.until(lambda: is_over(panel.export))
    dialog = panel.export.choose_file(ExportFormat.CSV)
    (chosen,) = dialog.selectedFiles()
    assert chosen == str(tmp_path / "calls-2025-10-09.csv")
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "new.csv"))
    stage.until(lambda: orders(stage)[-1].target == tmp_path / "new.csv")
    dialog.close()


def test_the_page_is_what_the_table_shows(stage: Stage, monkeypatch) -> None:
    panel = show(stage, call("a", ago=10), call("b", ago=20, number="<b>0912"), call("c", ago=30))
    panel.table.setColumnHidden(Column.QUEUE, True)
    page = panel.export.page()
    assert (page.title, page.note) == ("Calls 2025-10-09", "All 3 calls.")
    assert "Queue" not in page.headings
    assert "Number" in page.headings
    assert all(page.headings)
    assert len(page.rows) == 3
    document = page_document(page)
    assert document.metaInformation(document.MetaInformation.DocumentTitle) == "Calls 2025-10-09"
    assert "<b>0912" in document.toPlainText()
    monkeypatch.setattr(history_export, "PAGE_ROWS", 2)
    assert panel.export.page().note == "The first 2 of 3 calls."


def test_a_page_without_calls_says_so(stage: Stage) -> None:
    assert show(stage).export.page().note == "No calls."


def test_the_page_is_written_as_a_pdf(stage: Stage, tmp_path: Path) -> None:
    panel = show(stage, *CALLS)
    stage.on_desk(lambda: stage.desk.hold("page"))
    panel.export.write(tmp_path / "page.pdf", "pdf")
    assert panel.export.words.whole == "Writing the page…"
    assert not panel.export.button.isEnabled()
    stage.on_desk(lambda: stage.desk.release("page"))
    stage.until(lambda: is_over(panel.export))
    assert panel.export.words.whole == "The page is in page.pdf."
    assert panel.export.open.isVisible()
    (page, target) = next(asked[1:] for asked in stage.desk.asked if asked[0] == "page")
    assert (page, target) == (panel.export.page(), tmp_path / "page.pdf")
    assert page.language == "en"
    assert page.look.secondary == "#566070"


def test_the_page_masks_what_the_table_masks_and_no_question_is_asked(stage: Stage, tmp_path: Path) -> None:
    panel = show(stage, *CALLS)
    stage.context.privacy.is_on = True
    dialog = panel.export.choose_file("pdf")
    dialog.fileSelected.emit(str(tmp_path / "page.pdf"))
    stage.until(lambda: is_over(panel.export))
    page = next(asked[1] for asked in stage.desk.asked if asked[0] == "page")
    numbers = [row[page.headings.index("Number")] for row in page.rows]
    assert numbers
    assert all("•" in number for number in numbers)
    dialog.close()


def test_a_page_that_cannot_be_written_is_said(stage: Stage, tmp_path: Path) -> None:
    stage.desk.failures["page"] = ExportFailed("This computer cannot make a PDF.", "Print the page.")
    panel = show(stage, *CALLS)
    panel.export.write(tmp_path / "page.pdf", "pdf")
    stage.until(lambda: is_over(panel.export))
    assert panel.export.words.whole == "This computer cannot make a PDF. Print the page."


def test_asks_for_the_printer(stage: Stage) -> None:
    panel = show(stage, *CALLS)
    panel.export.print_page()
    dialog = panel.window().findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    dialog.close()
