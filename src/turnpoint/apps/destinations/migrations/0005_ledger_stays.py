from django.db import migrations

from turnpoint.apps.destinations import ledger_triggers


class Migration(migrations.Migration):
    dependencies = [("destinations", "0004_uncertainties_and_experiments")]

    operations = [migrations.RunPython(ledger_triggers.create, ledger_triggers.drop)]
