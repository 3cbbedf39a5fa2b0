from django.db import migrations, models

from turnpoint.apps.transitions.triggers import TRIGGERS


class Migration(migrations.Migration):
    dependencies = [("transitions", "0003_shared_variables")]

    # SQLite makes the table anew, and its triggers go with the old one.
    operations = [
        migrations.RunPython(TRIGGERS.drop, TRIGGERS.create),
        migrations.AddField("decision", "answers", models.JSONField(blank=True, default=dict)),
        migrations.RunPython(TRIGGERS.create, TRIGGERS.drop),
    ]
