from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from turnpoint.apps.accounts.sealing import EncryptedTextField, seal, unseal

COLUMNS = (
    ("voice", "effect"),
    ("voice", "limit"),
    ("finding", "answer"),
    ("option", "note"),
    ("effect", "note"),
)


def _rewrite(apps: Apps, change: object) -> None:
    for model, column in COLUMNS:
        rows = apps.get_model("transitions", model).objects
        written = rows.exclude(**{column: ""}).values_list("pk", column)
        for key, words in list(written):
            rows.filter(pk=key).update(**{column: change(words)})


def seal_all(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rewrite(apps, seal)


def unseal_all(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    _rewrite(apps, unseal)


class Migration(migrations.Migration):
    dependencies = [("transitions", "0004_answers_of_that_day")]

    operations = [
        migrations.AddField("voice", "grant_number", models.PositiveBigIntegerField(null=True, blank=True)),
        migrations.RunPython(seal_all, unseal_all),
        # The columns stay text, so the database has nothing to alter.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(model, column, EncryptedTextField(max_length=5000, blank=True))
                for model, column in COLUMNS
            ]
        ),
    ]
