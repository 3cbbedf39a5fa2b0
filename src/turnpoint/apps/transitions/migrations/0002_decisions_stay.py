from django.db import migrations

from turnpoint.apps.transitions.migrations._before_sealing import BEFORE_SEALING


class Migration(migrations.Migration):
    dependencies = [("transitions", "0001_initial")]

    operations = [migrations.RunPython(BEFORE_SEALING.create, BEFORE_SEALING.drop)]
