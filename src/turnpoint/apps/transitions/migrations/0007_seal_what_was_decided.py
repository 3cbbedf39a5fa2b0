from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from turnpoint.apps.accounts.sealing import EncryptedJSONField, EncryptedTextField, seal, unseal
from turnpoint.apps.transitions.migrations._before_sealing import BEFORE_SEALING
from turnpoint.apps.transitions.triggers import TRIGGERS

LONGEST = 5000
TEXTS = (
    ("decision", "reasons", {"max_length": LONGEST}),
    ("decision", "assumed", {"max_length": LONGEST, "blank": True}),
    ("decision", "signals", {"max_length": LONGEST, "blank": True}),
    ("decision", "file", {}),
    ("addition", "text", {"max_length": LONGEST}),
    ("outcome", "note", {"max_length": LONGEST, "blank": True}),
    ("review", "process_words", {"max_length": LONGEST, "blank": True}),
    ("review", "luck_words", {"max_length": LONGEST, "blank": True}),
    ("review", "led_to", {"max_length": LONGEST, "blank": True}),
    ("review", "learnt", {"max_length": LONGEST, "blank": True}),
    ("pasttransition", "made_hard", {"max_length": LONGEST, "blank": True}),
    ("pasttransition", "how_decided", {"max_length": LONGEST, "blank": True}),
    ("pasttransition", "led_to", {"max_length": LONGEST, "blank": True}),
)
LINES = (("prediction", "statement", {"max_length": 300}),)
TABLES = (
    ("decision", "answers", dict),
    ("transition", "foreseen", dict),
    ("transition", "signals", list),
    ("option", "way_back", dict),
    ("lovedtime", "before", dict),
)
NOTHING = {dict: "{}", list: "[]"}


def _rewrite(apps: Apps, model: str, column: str, change: object) -> None:
    rows = apps.get_model("transitions", model).objects
    for key, words in list(rows.exclude(**{column: ""}).values_list("pk", column)):
        rows.filter(pk=key).update(**{column: change(words)})


def seal_all(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for model, column, _ in (*TEXTS, *LINES):
        _rewrite(apps, model, column, seal)
    for model, column, kind in TABLES:
        _rewrite(apps, model, column, lambda words, none=NOTHING[kind]: "" if words == none else seal(words))


def unseal_all(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for model, column, _ in (*TEXTS, *LINES):
        _rewrite(apps, model, column, unseal)
    for model, column, kind in TABLES:
        _rewrite(apps, model, column, unseal)
        apps.get_model("transitions", model).objects.filter(**{column: ""}).update(**{column: NOTHING[kind]})


class Migration(migrations.Migration):
    dependencies = [("transitions", "0006_loved_time")]

    operations = [
        migrations.RunPython(TRIGGERS.drop, BEFORE_SEALING.create),
        *(migrations.AlterField(model, column, models.TextField(default="")) for model, column, _ in TABLES),
        *(migrations.AlterField(model, column, models.TextField()) for model, column, _ in LINES),
        migrations.RunPython(seal_all, unseal_all),
        # The columns are text by now, so the database has nothing more to alter.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                *(migrations.AlterField(model, column, EncryptedTextField(**more)) for model, column, more in (*TEXTS, *LINES)),
                *(
                    migrations.AlterField(model, column, EncryptedJSONField(blank=True, default=kind))
                    for model, column, kind in TABLES
                ),
            ]
        ),
        migrations.RunPython(TRIGGERS.create, TRIGGERS.drop),
    ]
