from django.db import migrations

from turnpoint.apps.accounts.grant_triggers import TRIGGERS


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_grants_and_records")]

    operations = [migrations.RunPython(TRIGGERS.create, TRIGGERS.drop)]
