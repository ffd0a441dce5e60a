"""What calls do in the CRM: a list of rules, each with its test, and one form to add or change them."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import SettingsChanged
from agent_desktop.errors import AgentDesktopError, SettingsInvalid
from agent_desktop.telephony.crm_rule import VARIABLES, CrmRule, Moment
from agent_desktop.ui.announce import tell
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import phrase, said, sentence
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.page import card, choice, page
from agent_desktop.ui.theme import STEP


def crm_page(context: Context) -> QWidget:
    """The rules."""
    rules = CrmRules(context)
    words = phrase("settings", "What a call opens in the browser, or sends to the CRM: at most once for each call.")
    return page(card(phrase("settings", "CRM"), words, rules), _lookup_card(context))


def _lookup_card(context: Context) -> QWidget:
    fields = {
        "lookup.url": FormField(
            phrase("settings", "Address to ask"),
            QLineEdit(placeholderText="https://crm.example.com/api/contacts?phone={phone_e164}"),
            phrase("settings", "With {phone} as it came or {phone_e164} as +84…; it answers with JSON. Empty: no one."),
        ),
        "lookup.name_path": FormField(
            phrase("settings", "Where the name stands"), QLineEdit(), phrase("settings", "Such as data[0].full_name.")
        ),
        "lookup.link_path": FormField(phrase("settings", "Where the customer's page stands"), QLineEdit()),
        "lookup.keep_hours": FormField(
            phrase("settings", "Ask again about a number after"),
            QDoubleSpinBox(minimum=0, maximum=8760, decimals=0, suffix=phrase("settings", " h")),
        ),
    }
    words = phrase("settings", "Callers who are none of your contacts. The pop does not wait: it fills in.")
    return card(phrase("settings", "Ask the CRM who calls"), words, SettingsForm(context, fields))


class CrmRules(QWidget):
    """Follows the settings; what is typed in the form outlives them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lines: list[RuleLine] = []
        self._place: int | None = None
        self.add = QPushButton(self.tr("Add a rule"))
        self.add.clicked.connect(lambda: self.edit(None))
        self.form = RuleForm()
        self.form.hide()
        self.form.kept.connect(self._keep)
        self.form.tried.connect(self._try_out)
        self.form.left.connect(self._leave)
        self.said = label(kind="secondary", wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3 * STEP)
        self._none = label(self.tr("There is no rule yet."), kind="secondary")
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.said, 1)
        for part in (self._none, self.form):
            self._layout.addWidget(part)
        self._layout.addLayout(row)
        context.bridge.settings_changed.connect(self._follow)
        self._show(context.bridge.present.settings)

    @property
    def _rules(self) -> tuple[CrmRule, ...]:
        rules: tuple[CrmRule, ...] = self._context.bridge.present.settings.crm.rules
        return rules

    def _follow(self, changed: SettingsChanged) -> None:
        self._show(changed.settings)

    def _show(self, settings: Settings) -> None:
        for line in self.lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self.lines = [RuleLine(rule) for rule in settings.crm.rules]
        for place, line in enumerate(self.lines):
            line.edit_wanted.connect(partial(self.edit, place))
            line.try_wanted.connect(partial(self._try_out, line.rule))
            line.remove_wanted.connect(partial(self._remove, place))
            self._layout.insertWidget(place, line)
        self._none.setVisible(not self.lines)

    def edit(self, place: int | None) -> None:
        """Open the form for a rule, or for a new one."""
        self._open_form(place, CrmRule() if place is None else self._rules[place])

    def take_over(self, other: "CrmRules") -> None:
        """Have the form open where another one has it; what was typed is held as in every field."""
        if not other.form.isHidden():
            self._open_form(other._place, other.form.begun_with)

    def _open_form(self, place: int | None, rule: CrmRule) -> None:
        self._place = place
        self.form.show_rule(rule)
        self.form.show()
        self.add.hide()
        self._say("")

    def _leave(self) -> None:
        self.form.hide()
        self.add.show()

    def _keep(self, rule: CrmRule) -> None:
        rules = list(self._rules)
        if self._place is None:
            rules.append(rule)
        else:
            rules[self._place : self._place + 1] = [rule]
        if self._save(tuple(rules)):
            self._leave()

    def _remove(self, place: int) -> None:
        self._leave()
        self._save((*self._rules[:place], *self._rules[place + 1 :]))

    def _save(self, rules: tuple[CrmRule, ...]) -> bool:
        bridge = self._context.bridge
        try:
            settings = bridge.present.settings.with_value("crm.rules", rules)
        except SettingsInvalid as error:
            self.form.complain(sentence(error.advice))
            return False
        bridge.ask(bridge.desk.change_settings(settings), lambda _: self._say(self.tr("Saved.")), self._failed)
        return True

    def _try_out(self, rule: CrmRule) -> None:
        bridge = self._context.bridge
        self._say(self.tr("Trying it with a made-up call…"))
        bridge.ask(bridge.desk.features.crm.try_out(rule), lambda words: self._say(sentence(words)), self._failed)

    def _failed(self, error: AgentDesktopError) -> None:
        self._say(said(error), is_problem=True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        tell(self.said, words, is_problem=is_problem)


class RuleLine(QWidget):
    """One rule in words, with its buttons."""

    edit_wanted = Signal()
    try_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, rule: CrmRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = rule
        words = QVBoxLayout()
        words.setSpacing(0)
        self.words = label(self._when(), bold=True, wrap=True)
        words.addWidget(self.words)
        words.addWidget(label(rule.url, kind="secondary", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addLayout(words, 1)
        for text, signal in (
            (self.tr("Test"), self.try_wanted),
            (self.tr("Change"), self.edit_wanted),
            (self.tr("Remove"), self.remove_wanted),
        ):
            button = QPushButton(text)
            button.setAccessibleName(f"{text}: {rule.name or rule.url}")
            button.clicked.connect(signal)
            row.addWidget(button)

    def _when(self) -> str:
        calls = {"": self.tr("any call"), "inbound": self.tr("incoming"), "outbound": self.tr("outgoing")}
        parts = [moment_words()[self.rule.when], calls[self.rule.direction]]
        parts += [self.tr("queue %1").replace("%1", queue) for queue in self.rule.queues]
        parts += [self.tr("to %1").replace("%1", did) for did in self.rule.dids]
        return " · ".join(part for part in (self.rule.name, *parts) if part)


def moment_words() -> dict[Moment, str]:
    """What each moment is called."""
    return {
        Moment.CLICK: phrase("settings", "When I click “Open CRM”"),
        Moment.RINGING: phrase("settings", "When it rings"),
        Moment.ANSWERED: phrase("settings", "When it is answered"),
        Moment.ENDED: phrase("settings", "When it has ended"),
    }


class RuleForm(QWidget):
    """`kept` and `tried` carry the rule as it stands there."""

    kept = Signal(object)
    tried = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        variables = " ".join(f"{{{name}}}" for name in VARIABLES)
        self.when = FormField(self.tr("When"), choice(*moment_words().items()))
        self.direction = FormField(
            self.tr("For"),
            choice(("", self.tr("any call")), ("inbound", self.tr("incoming")), ("outbound", self.tr("outgoing"))),
        )
        self.queues = FormField(
            self.tr("Of these queues (optional)"), QLineEdit(), self.tr("Separated by commas; empty for all of them.")
        )
        self.dids = FormField(
            self.tr("To these numbers of yours (optional)"),
            QLineEdit(),
            self.tr("Separated by commas; empty for all of them."),
        )
        self.act = FormField(
            self.tr("Do this"),
            choice(
                ("open", self.tr("Open an address in the browser")),
                ("get", self.tr("Send a request (GET)")),
                ("post", self.tr("Send a request with a text (POST)")),
            ),
        )
        self.url = FormField(
            self.tr("Address"),
            QLineEdit(placeholderText="https://crm.example.com/customers?phone={phone}"),
            self.tr("It can hold %1").replace("%1", variables),
        )
        self.body = FormField(self.tr("Text to send"), QPlainTextEdit(), self.tr("JSON, or a form such as tel={phone}"))
        self.act.edited.connect(self._show_body)
        self._rule = CrmRule()
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        for pair in ((self.when, self.direction), (self.queues, self.dids)):
            row = QHBoxLayout()
            row.setSpacing(3 * STEP)
            for field in pair:
                row.addWidget(field, 1)
            layout.addLayout(row)
        for field in (self.act, self.url, self.body):
            layout.addWidget(field)
        self.keep = QPushButton(self.tr("Keep the rule"))
        self.keep.setProperty("kind", "primary")
        self.keep.clicked.connect(lambda: self.kept.emit(self.rule))
        self.test = QPushButton(self.tr("Test"))
        self.test.clicked.connect(lambda: self.tried.emit(self.rule))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        for button in (self.keep, self.test, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)

    @property
    def rule(self) -> CrmRule:
        """The rule as it stands there."""
        body = self.body.editor.toPlainText() if isinstance(self.body.editor, QPlainTextEdit) else ""
        act = str(self.act.value)
        return replace(
            self._rule,
            when=Moment(str(self.when.value)),
            url=str(self.url.value),
            act="get" if act == "get" else "post" if act == "post" else "open",
            direction="inbound" if (to := self.direction.value) == "inbound" else "outbound" if to else "",
            queues=_parts(self.queues.value),
            dids=_parts(self.dids.value),
            body=body.strip() if act == "post" else "",
        )

    @property
    def begun_with(self) -> CrmRule:
        """The rule that was filled in."""
        return self._rule

    def show_rule(self, rule: CrmRule) -> None:
        """Fill it in."""
        self._rule = rule
        for field, value in (
            (self.when, rule.when),
            (self.direction, rule.direction),
            (self.queues, ", ".join(rule.queues)),
            (self.dids, ", ".join(rule.dids)),
            (self.act, rule.act),
            (self.url, rule.url),
        ):
            field.show_value(value)
        self.body.show_value(tuple(rule.body.splitlines()))
        self.complain("")
        self._show_body()

    def complain(self, problem: str) -> None:
        """Say what is wrong with the address."""
        self.url.complain(problem)

    def _show_body(self) -> None:
        self.body.setVisible(self.act.value == "post")


def _parts(value: object) -> tuple[str, ...]:
    return tuple(part for text in str(value).split(",") if (part := text.strip()))
