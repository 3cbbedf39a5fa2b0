from django.db import migrations, models

from turnpoint.apps.transitions.migrations._before_sealing import BEFORE_SEALING


class Migration(migrations.Migration):
    dependencies = [("transitions", "0003_shared_variables")]

    # SQLite makes the table anew, and its triggers go with the old one.
    operations = [
        migrations.RunPython(BEFORE_SEALING.drop, BEFORE_SEALING.create),
        migrations.AddField("decision", "answers", models.JSONField(blank=True, default=dict)),
        migrations.RunPython(BEFORE_SEALING.create, BEFORE_SEALING.drop),
    ]
