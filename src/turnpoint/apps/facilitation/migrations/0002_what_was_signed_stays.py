from django.db import migrations

from turnpoint.apps.facilitation.triggers import TRIGGERS


class Migration(migrations.Migration):
    dependencies = [("facilitation", "0001_initial")]

    operations = [migrations.RunPython(TRIGGERS.create, TRIGGERS.drop)]
