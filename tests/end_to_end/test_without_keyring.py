"""A computer without a keyring: the running program keeps the secrets for its session, and says so."""

import pytest

from tests.end_to_end.program import KEY, Program, wait_for


@pytest.fixture
def keyringless(tmp_path, pbx):
    """A program without secrets in the environment, running and not yet given a key."""
    program = Program(tmp_path, AGENT_DESKTOP_KEY="", AGENT_DESKTOP_WEBHOOK_SECRET="")
    program.set_up(pbx.url)
    program.start()
    yield program
    program.kill()


def test_a_key_that_setup_can_keep_nowhere_goes_to_the_running_program(keyringless, pbx):
    refused = keyringless.verb("dial", "102")
    assert (refused.returncode, refused.stdout) == (3, "")
    given = keyringless.verb("setup", "--key-stdin", stdin=f"{KEY}\n")
    assert given.returncode == 0, given.stderr
    dialled = keyringless.verb("dial", "102")
    assert dialled.returncode == 0, dialled.stderr
    wrong = keyringless.verb("setup", "--key-stdin", stdin="another-key\n")
    assert wrong.returncode == 0, wrong.stderr
    assert keyringless.verb("dial", "103").returncode == 5
    files = [path.read_bytes() for path in keyringless.profile.rglob("*") if path.is_file()]
    assert not any(secret in content for content in files for secret in (KEY.encode(), b"another-key"))
    assert b"no keyring" in keyringless.log()
    assert keyringless.stop() == ""


def test_the_webhook_address_is_the_running_programs_and_works(keyringless):
    url = keyringless.verb("webhook-url").stdout.strip()
    secret = url.rpartition("/")[2]
    assert len(secret) >= 32
    assert keyringless.send("/api/callcenter/hangup?callid=c1", secret=secret).endswith("200 OK")
    wait_for(keyringless.events, "the webhook in the journal")
    files = [path.read_bytes() for path in keyringless.profile.rglob("*") if path.is_file()]
    assert not any(secret.encode() in content for content in files)
