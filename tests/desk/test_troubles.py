"""What does not work is said once, under its own topic, and taken back by what works again."""

from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.troubles import Troubles
from agent_desktop.desk.updates import Level, Notice, Update
from agent_desktop.errors import PbxRefused, PbxUnreachable, StoreFailed


class Stage:
    """Troubles, and what a watcher was told."""

    def __init__(self) -> None:
        self.told: list[Notice] = []
        publisher = Publisher()
        publisher.subscribe(self._hear)
        self.troubles = Troubles(publisher)

    def _hear(self, update: Update) -> None:
        assert isinstance(update, Notice)
        self.told.append(update)

    def titles(self) -> list[tuple[str, str]]:
        return [(notice.topic, notice.title) for notice in self.told]


def test_records_that_are_refused_are_not_taken_back_by_a_status_that_is_told():
    stage, refused = Stage(), PbxRefused("No permission.")
    for _ in range(3):
        stage.troubles.tell("records", refused)
        stage.troubles.tell("pbx", None)
    assert stage.titles() == [("records", "No permission.")]
    stage.troubles.tell("records", None)
    assert stage.titles()[1:] == [("records", "")]


def test_a_pbx_that_is_away_is_said_once_and_not_for_each_question(caplog):
    stage = Stage()
    for topic in ("pbx", "records", "team", "pbx"):
        stage.troubles.tell(topic, PbxUnreachable())
    assert stage.titles() == [("pbx", PbxUnreachable.title)]
    assert caplog.messages == [PbxUnreachable.title]


def test_a_disk_in_trouble_is_the_disks_whoever_met_it():
    stage = Stage()
    stage.troubles.tell("records", StoreFailed("The disk is full."))
    (notice,) = stage.told
    assert (notice.topic, notice.level) == ("disk", Level.ERROR)
    stage.troubles.tell("disk", None)
    assert stage.told[-1].title == ""


def test_what_was_said_under_another_topic_becomes_the_pbxs_and_goes_with_it():
    stage = Stage()
    stage.troubles.tell("records", PbxUnreachable())
    stage.troubles.tell("pbx", PbxUnreachable())
    stage.troubles.tell("pbx", None)
    assert stage.titles() == [
        ("records", PbxUnreachable.title),
        ("records", ""),
        ("pbx", PbxUnreachable.title),
        ("pbx", ""),
    ]
