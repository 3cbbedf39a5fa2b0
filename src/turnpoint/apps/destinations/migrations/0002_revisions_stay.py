from django.db import migrations

from turnpoint.apps.destinations import triggers


class Migration(migrations.Migration):
    dependencies = [("destinations", "0001_initial")]

    operations = [migrations.RunPython(triggers.create, triggers.drop)]
