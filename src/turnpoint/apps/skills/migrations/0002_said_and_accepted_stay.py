from django.db import migrations

from turnpoint.apps.skills.triggers import TRIGGERS


class Migration(migrations.Migration):
    dependencies = [("skills", "0001_initial")]

    operations = [migrations.RunPython(TRIGGERS.create, TRIGGERS.drop)]
