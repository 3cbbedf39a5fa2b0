import django.core.validators
import django.db.models.deletion
import turnpoint.apps.occupations.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FactImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=20)),
                ('state', models.CharField(choices=[('running', 'Running'), ('done', 'Done'), ('failed', 'Failed'), ('interrupted', 'Interrupted')], default='running', max_length=12)),
                ('done', models.PositiveBigIntegerField(default=0)),
                ('total', models.PositiveBigIntegerField(default=0)),
                ('message', models.TextField(blank=True)),
                ('process', models.CharField(default=turnpoint.apps.occupations.models.this_process, max_length=32)),
                ('started_at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('state__in', ('running', 'done', 'failed', 'interrupted'))), name='fact_import_state'), models.CheckConstraint(condition=models.Q(models.Q(('finished_at__isnull', True), ('state', 'running')), models.Q(models.Q(('state', 'running'), _negated=True), ('finished_at__gte', models.F('started_at')), ('finished_at__isnull', False)), _connector='OR'), name='fact_import_finished'), models.UniqueConstraint(condition=models.Q(('state', 'running')), fields=('source',), name='fact_import_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='SavedOccupation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=10, validators=[django.core.validators.RegexValidator('\\A\\d\\d-\\d{4}\\.\\d\\d\\Z', 'A code looks like 11-3021.00.')])),
                ('saved_at', models.DateTimeField(auto_now_add=True)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_occupations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('owner', 'code'), name='occupation_saved_once', violation_error_message='This occupation is saved already.')],
            },
        ),
    ]
