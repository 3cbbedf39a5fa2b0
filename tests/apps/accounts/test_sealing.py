from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.db import connection, models

from turnpoint.apps.accounts import key_services, sealing
from turnpoint.apps.accounts.sealing import CannotUnseal, EncryptedTextField


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.DATA_DIR = tmp_path
    return tmp_path


def test_words_come_back_and_never_lie_there_plainly(folder: Path) -> None:
    cipher = sealing.seal("I am afraid of Lyon.")
    assert "Lyon" not in cipher
    assert cipher != sealing.seal("I am afraid of Lyon.")
    assert sealing.unseal(cipher) == "I am afraid of Lyon."
    assert sealing.seal("") == sealing.unseal("") == ""


def test_the_keys_are_in_a_file_that_nobody_else_may_read(folder: Path) -> None:
    sealing.seal("x")
    path = folder / "keys"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in folder.iterdir()] == ["keys"]


def test_keys_from_the_environment_come_before_the_file(settings: Any, folder: Path) -> None:
    settings.KEYS = [Fernet.generate_key().decode()]
    assert sealing.unseal(sealing.seal("x")) == "x"
    assert not (folder / "keys").exists()


def test_says_what_to_do_where_the_key_is_not_there(folder: Path) -> None:
    cipher = sealing.seal("x")
    sealing.write_keys((sealing.new_key(),))
    with pytest.raises(CannotUnseal, match="Put the file “keys”"):
        sealing.unseal(cipher)


def test_says_which_setting_holds_no_key(settings: Any) -> None:
    settings.KEYS = ["not a key"]
    with pytest.raises(CannotUnseal, match="TURNPOINT_KEYS"):
        sealing.seal("x")


def test_sealed_words_cannot_be_searched() -> None:
    class Note(models.Model):
        text = EncryptedTextField(blank=True)

        class Meta:
            app_label = "accounts"
            managed = False

        def __str__(self) -> str:
            return self.text

    try:
        str(Note.objects.filter(text="").query)
        for lookup in ({"text": "Lyon"}, {"text__contains": "Lyon"}, {"text__in": ["Lyon"]}):
            with pytest.raises(TypeError):
                str(Note.objects.filter(**lookup).query)
    finally:
        del Note._meta.apps.all_models["accounts"]["note"]
        Note._meta.apps.clear_cache()


def test_rotating_gives_a_fresh_key_and_keeps_the_older_ones(db: None, folder: Path) -> None:
    cipher = sealing.seal("x")
    before = sealing.keys()
    key_services.rotate()
    assert sealing.keys()[1:] == before
    assert sealing.unseal(cipher) == "x"
    assert sealing.unseal(sealing.reseal(cipher)) == "x"
    key_services.rotate(drop_old=True)
    assert len(sealing.keys()) == 1
    assert connection.vendor
