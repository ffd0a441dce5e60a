"""CRM rules: when they act, and that nothing of a caller's changes where a request goes or what it means."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.crm_rule import (
    VARIABLES,
    CrmRule,
    Moment,
    facts_of,
    fill_body,
    fill_url,
    moment_of,
    url_problem,
)
from agent_desktop.telephony.events import WITHHELD
from agent_desktop.telephony.number import DialRules
from agent_desktop.telephony.number import canonical as number_key
from agent_desktop.telephony.screen_pop import Card, CardState

CARD = Card("c1", CardState.RINGING, 0.0, "inbound", "0938363739", "999", "19002028", "101")


@pytest.mark.parametrize(
    ("rule", "moment", "fits"),
    [
        (CrmRule(Moment.RINGING), Moment.RINGING, True),
        (CrmRule(Moment.RINGING), Moment.ANSWERED, False),
        (CrmRule(Moment.RINGING, direction="outbound"), Moment.RINGING, False),
        (CrmRule(Moment.RINGING, direction="inbound", queues=("998", "999")), Moment.RINGING, True),
        (CrmRule(Moment.RINGING, queues=("998",)), Moment.RINGING, False),
        (CrmRule(Moment.RINGING, dids=("19002028",), queues=("999",)), Moment.RINGING, True),
        (CrmRule(Moment.RINGING, dids=("19002029", "1900 2028")), Moment.RINGING, True),
        (CrmRule(Moment.RINGING, dids=("+84 1900 2028",)), Moment.RINGING, True),
        (CrmRule(Moment.RINGING, dids=("hotline",)), Moment.RINGING, False),
        (CrmRule(Moment.RINGING, dids=("19002029",), queues=("999",)), Moment.RINGING, False),
    ],
)
def test_a_rule_acts_for_its_calls_only(rule, moment, fits):
    assert rule.fits(moment, CARD, canonical) is fits


def canonical(number):
    return number_key(number, DialRules())


def test_every_state_that_tells_what_became_of_a_call_is_a_moment():
    moments = {state: moment_of(Card("c", state, 0.0)) for state in CardState}
    assert moments[CardState.RINGING] is moments[CardState.DIALLING] is Moment.RINGING
    assert moments[CardState.TALKING] is Moment.ANSWERED
    assert moments[CardState.LOST] is moments[CardState.STOPPED_RINGING] is None
    assert moments[CardState.MISSED] is moments[CardState.ENDED] is Moment.ENDED


@given(st.text())
def test_what_a_caller_is_called_stays_one_value_of_the_address(name):
    url = fill_url("https://crm.example.com/find?name={name}&id={callid}#top", {"name": name, "callid": "c1"})
    parts = urlsplit(url)
    assert (parts.hostname, parts.path, parts.fragment) == ("crm.example.com", "/find", "top")
    assert parse_qs(parts.query, keep_blank_values=True) == {"name": [name], "id": ["c1"]}


@given(st.text(), st.text())
def test_a_json_body_stays_json_whatever_stands_in_it(name, note):
    body = fill_body('{"name": "{name}", "tags": [], "about": {"note": "{note}"}}', {"name": name, "note": note})
    assert json.loads(body) == {"name": name, "tags": [], "about": {"note": note}}


@given(st.text())
def test_a_form_body_stays_a_form(name):
    assert parse_qs(fill_body("{name}=1&n={name}", {"name": f"x{name}"}))["n"] == [f"x{name}"]


@pytest.mark.parametrize(
    ("url", "is_fine"),
    [
        ("https://crm.example.com/?q={phone}", True),
        ("http://127.0.0.1:8080/{callid}", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://{did}.example.com/", False),
        ("https://user:secret@crm.example.com/", False),
        ("https://crm.example.com:port/", False),
        ("crm.example.com/{phone}", False),
        ("https://[::1/", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_taken(url, is_fine):
    assert (url_problem(url) == "") is is_fine


def test_a_variable_that_there_is_not_is_named():
    assert "{fone}" in CrmRule(url="https://crm.example.com/{fone}").problem()
    assert "{telefon}" in CrmRule(url="https://crm.example.com/", act="post", body='{"a": "{telefon}"}').problem()
    assert CrmRule(url="https://x.example/" + "".join(f"{{{name}}}" for name in VARIABLES)).problem() == ""


def test_every_variable_has_a_value_and_a_withheld_number_has_none():
    facts = facts_of(CARD, "+84938363739", "2026-11-23T08:00:00+07:00")
    assert set(facts) == set(VARIABLES)
    assert facts["phone_e164"] == "+84938363739"
    assert facts_of(Card("c", CardState.RINGING, 0.0, number=WITHHELD), "", "")["phone"] == ""


def test_a_rule_that_is_changed_is_another_one_and_a_name_changes_nothing():
    rule = CrmRule(Moment.RINGING, "https://crm.example.com/")
    assert rule.key == CrmRule(Moment.RINGING, "https://crm.example.com/", name="Customers").key
    assert rule.key != CrmRule(Moment.ENDED, "https://crm.example.com/").key
