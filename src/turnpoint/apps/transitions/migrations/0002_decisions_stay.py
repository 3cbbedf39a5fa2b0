from django.db import migrations

from turnpoint.apps.transitions.triggers import TRIGGERS


class Migration(migrations.Migration):
    dependencies = [("transitions", "0001_initial")]

    operations = [migrations.RunPython(TRIGGERS.create, TRIGGERS.drop)]
