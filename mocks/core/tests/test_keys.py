"""Keys: made once, kept private, named by their thumbprint."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from joserfc.jwk import KeySet

from mocks.core.keys import Algorithm, FolderVault, KeyPool, MemoryVault, Vault
from mocks.core.tests.alone import KEYS, build_house, enter


@pytest.fixture(params=["memory", "folder"])
def vault(request: pytest.FixtureRequest, tmp_path: Path) -> Vault:
    return MemoryVault() if request.param == "memory" else FolderVault(tmp_path / "keys")


def test_a_key_is_made_once_and_found_again(tmp_path: Path) -> None:
    first = KeyPool(FolderVault(tmp_path / "keys")).signing_key("kbo", "ES256")
    again = KeyPool(FolderVault(tmp_path / "keys")).signing_key("kbo", "ES256")
    assert (again.kid, again.jwk) == (first.kid, first.jwk)


def test_a_pool_keeps_the_key_object_itself() -> None:
    assert KEYS.signing_key("kbo", "ES256") is KEYS.signing_key("kbo", "ES256")


def test_another_system_algorithm_or_generation_has_another_key() -> None:
    pool = KeyPool(MemoryVault())
    asked: list[tuple[str, Algorithm, int]] = [
        ("kbo", "ES256", 1),
        ("kbo", "ES256", 2),
        ("idm", "ES256", 1),
        ("kbo", "RS256", 1),
    ]
    assert len({pool.signing_key(system, alg, generation).kid for system, alg, generation in asked}) == 4


def test_only_the_owner_may_see_the_keys(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "keys"
    pool = KeyPool(FolderVault(folder))
    pool.signing_key("kbo", "ES256")
    pool.secret("kbo-cookies")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_a_folder_that_others_could_enter_is_closed_to_them(tmp_path: Path) -> None:
    folder = tmp_path / "keys"
    folder.mkdir(mode=0o755)
    FolderVault(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_no_draft_is_left_behind(tmp_path: Path) -> None:
    vault = FolderVault(tmp_path)
    vault.keep("a", b"first")
    vault.keep("a", b"second")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_the_first_secret_of_a_name_wins(vault: Vault) -> None:
    assert vault.keep("a", b"first") == b"first"
    assert vault.keep("a", b"second") == b"first"
    assert vault.read("a") == b"first"


def test_a_name_that_was_never_kept_gives_nothing(vault: Vault) -> None:
    assert vault.read("a") is None


def test_a_secret_is_32_octets_and_stays(vault: Vault) -> None:
    pool = KeyPool(vault)
    secret = pool.secret("kbo-cookies")
    assert len(secret) == 32
    assert KeyPool(vault).secret("kbo-cookies") == secret
    assert pool.secret("idm-cookies") != secret


_RACER = """
import sys
from pathlib import Path
from mocks.core.keys import FolderVault, KeyPool
pool = KeyPool(FolderVault(Path(sys.argv[1])))
print("ready", flush=True)
sys.stdin.readline()
print(pool.signing_key("acm", "RS256").kid, pool.secret("acm-cookies").hex())
"""


def test_processes_that_start_together_end_with_the_same_key(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _RACER, str(tmp_path / "keys")]
    racers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(3)
    ]
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    ends = {racer.communicate(timeout=30)[0] for racer in racers}
    assert len(ends) == 1
    assert ends.pop().startswith(KeyPool(FolderVault(tmp_path / "keys")).signing_key("acm", "RS256").kid)


@pytest.mark.parametrize("alg", ["RS256", "ES256"])
def test_a_kid_is_the_thumbprint_of_rfc_7638(alg: Algorithm) -> None:
    key = KEYS.signing_key("acm", alg)
    judged = KeySet.import_key_set({"keys": [dict(key.jwk)]}).keys[0]
    assert judged.thumbprint() == key.kid


@pytest.mark.parametrize("alg", ["RS256", "ES256"])
def test_a_published_key_has_no_private_member(alg: Algorithm) -> None:
    jwk = KEYS.signing_key("acm", alg).jwk
    members = {"RS256": {"kty", "n", "e"}, "ES256": {"kty", "crv", "x", "y"}}[alg]
    assert set(jwk) == members | {"kid", "alg", "use"}
    assert (jwk["alg"], jwk["use"]) == (alg, "sig")


def test_coordinates_keep_their_leading_zeros() -> None:
    pool = KeyPool(MemoryVault())
    for generation in range(1, 300):  # One coordinate in 256 begins with a zero octet.
        jwk = pool.signing_key("kbo", "ES256", generation).jwk
        assert (len(jwk["x"]), len(jwk["y"])) == (43, 43)


def test_a_world_signs_with_its_generation_and_still_publishes_the_older() -> None:
    visit = enter(build_house())
    old = visit.signing_key("kbo", "ES256")
    visit.change_setting("kbo.key_generation", 2)
    new = visit.signing_key("kbo", "ES256")
    assert [key.kid for key in visit.signing_keys("kbo", "ES256")] == [new.kid, old.kid]
    assert new.kid != old.kid
    assert visit.key_set("kbo", "ES256").find(old.kid)[0] == "ES256"
    assert visit.signing_key("idm", "ES256").kid == visit.signing_keys("idm", "ES256")[-1].kid
    visit.close()
