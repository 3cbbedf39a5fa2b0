from django.db import migrations

from turnpoint.apps.roles import triggers


class Migration(migrations.Migration):
    dependencies = [("roles", "0003_statements")]

    operations = [migrations.RunPython(triggers.create, triggers.drop)]
