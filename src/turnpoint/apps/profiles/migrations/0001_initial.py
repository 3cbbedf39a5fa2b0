import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AcceptedImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(max_length=40)),
                ('file_name', models.CharField(max_length=200)),
                ('accepted_at', models.DateTimeField(auto_now_add=True)),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('before', models.JSONField(default=list)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='PendingImport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('file_name', models.CharField(max_length=200)),
                ('recognised', models.JSONField()),
                ('expires_at', models.DateTimeField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Certification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('import_key', models.CharField(blank=True, default='', editable=False, max_length=64)),
                ('imported', models.JSONField(blank=True, default=dict, editable=False)),
                ('name', models.CharField(max_length=200)),
                ('issuer', models.CharField(blank=True, max_length=200)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('import_key', ''), _negated=True), fields=('owner', 'import_key'), name='certification_import_key'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='certification_name', violation_error_message='A certification needs a name.'), models.CheckConstraint(condition=models.Q(('year__isnull', True), ('year__range', (1900, 2100)), _connector='OR'), name='certification_year', violation_error_message='A year lies between 1900 and 2100.')],
            },
        ),
        migrations.CreateModel(
            name='DeclaredSkill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('import_key', models.CharField(blank=True, default='', editable=False, max_length=64)),
                ('imported', models.JSONField(blank=True, default=dict, editable=False)),
                ('name', models.CharField(max_length=200)),
                ('element_id', models.CharField(blank=True, max_length=20)),
                ('level', models.FloatField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('import_key', ''), _negated=True), fields=('owner', 'import_key'), name='declaredskill_import_key'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='declaredskill_name', violation_error_message='A skill needs a name.'), models.CheckConstraint(condition=models.Q(('level__isnull', True), models.Q(('level__gte', 0), ('level__lte', 7)), _connector='OR'), name='declaredskill_level', violation_error_message='A level lies between 0 and 7.')],
            },
        ),
        migrations.CreateModel(
            name='Education',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('import_key', models.CharField(blank=True, default='', editable=False, max_length=64)),
                ('imported', models.JSONField(blank=True, default=dict, editable=False)),
                ('institution', models.CharField(blank=True, max_length=200)),
                ('area', models.CharField(blank=True, max_length=200)),
                ('degree', models.CharField(blank=True, max_length=200)),
                ('level', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('start_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('end_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('import_key', ''), _negated=True), fields=('owner', 'import_key'), name='education_import_key'), models.CheckConstraint(condition=models.Q(('area', ''), ('degree', ''), ('institution', ''), _negated=True), name='education_said', violation_error_message='Say where, what subject or which degree: one is enough.'), models.CheckConstraint(condition=models.Q(('level__isnull', True), ('level__range', (1, 12)), _connector='OR'), name='education_level', violation_error_message='The level of education is one of twelve.'), models.CheckConstraint(condition=models.Q(models.Q(('start_year__isnull', True), ('start_year__range', (1900, 2100)), _connector='OR'), models.Q(('end_year__isnull', True), ('end_year__range', (1900, 2100)), _connector='OR'), models.Q(('start_year__isnull', True), ('end_year__isnull', True), ('end_year__gte', models.F('start_year')), _connector='OR')), name='education_years', violation_error_message='The last year comes before the first; look at both.')],
            },
        ),
        migrations.CreateModel(
            name='HeldRole',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('import_key', models.CharField(blank=True, default='', editable=False, max_length=64)),
                ('imported', models.JSONField(blank=True, default=dict, editable=False)),
                ('title', models.CharField(max_length=200)),
                ('employer', models.CharField(blank=True, max_length=200)),
                ('occupation_code', models.CharField(blank=True, max_length=10)),
                ('start_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('start_month', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('end_year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('end_month', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('end_unknown', models.BooleanField(default=False)),
                ('is_main', models.BooleanField(default=False)),
                ('pay', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('pay_currency', models.CharField(default='USD', max_length=3, validators=[django.core.validators.RegexValidator('\\A[A-Z]{3}\\Z', 'A currency is three capital letters, such as EUR.')])),
                ('pay_period', models.CharField(choices=[('hour', 'an hour'), ('month', 'a month'), ('year', 'a year')], default='year', max_length=5)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('summary', models.TextField(blank=True, max_length=5000)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('import_key', ''), _negated=True), fields=('owner', 'import_key'), name='heldrole_import_key'), models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='heldrole_title', violation_error_message='A role needs a title.'), models.CheckConstraint(condition=models.Q(('start_year__isnull', True), ('end_year__isnull', True), ('end_year__gt', models.F('start_year')), models.Q(('end_month__isnull', True), ('end_year', models.F('start_year'))), models.Q(('end_year', models.F('start_year')), ('start_month__isnull', True)), models.Q(('end_month__gte', models.F('start_month')), ('end_year', models.F('start_year'))), _connector='OR'), name='heldrole_ends_after_start', violation_error_message='The role ends before it starts; look at both dates.'), models.CheckConstraint(condition=models.Q(models.Q(('start_year__isnull', True), ('start_year__range', (1900, 2100)), _connector='OR'), models.Q(('end_year__isnull', True), ('end_year__range', (1900, 2100)), _connector='OR')), name='heldrole_years', violation_error_message='A year lies between 1900 and 2100.'), models.CheckConstraint(condition=models.Q(models.Q(('start_month__isnull', True), models.Q(('start_month__range', (1, 12)), ('start_year__isnull', False)), _connector='OR'), models.Q(('end_month__isnull', True), models.Q(('end_month__range', (1, 12)), ('end_year__isnull', False)), _connector='OR')), name='heldrole_months', violation_error_message='A month is 1 to 12 and needs its year.'), models.CheckConstraint(condition=models.Q(('end_unknown', False), ('end_year__isnull', True), _connector='OR'), name='heldrole_end_unknown', violation_error_message='Either say when the role ended, or that you do not know.'), models.CheckConstraint(condition=models.Q(('pay__isnull', True), ('pay__gte', 0), _connector='OR'), name='heldrole_pay', violation_error_message='Pay cannot be below zero.'), models.UniqueConstraint(condition=models.Q(('is_main', True), ('trashed_at__isnull', True)), fields=('owner',), name='heldrole_one_main', violation_error_message='Only one role can be the one you start from.')],
            },
        ),
        migrations.CreateModel(
            name='Language',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('import_key', models.CharField(blank=True, default='', editable=False, max_length=64)),
                ('imported', models.JSONField(blank=True, default=dict, editable=False)),
                ('name', models.CharField(max_length=100)),
                ('fluency', models.CharField(blank=True, max_length=100)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(condition=models.Q(('import_key', ''), _negated=True), fields=('owner', 'import_key'), name='language_import_key'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='language_name', violation_error_message='A language needs a name.')],
            },
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=200)),
                ('headline', models.CharField(blank=True, max_length=300)),
                ('summary', models.TextField(blank=True, max_length=5000)),
                ('place', models.CharField(blank=True, max_length=200)),
                ('area', models.CharField(blank=True, max_length=7)),
                ('currency', models.CharField(default='USD', max_length=3, validators=[django.core.validators.RegexValidator('\\A[A-Z]{3}\\Z', 'A currency is three capital letters, such as EUR.')])),
                ('education_level', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('imported', models.JSONField(blank=True, default=dict)),
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('education_level__isnull', True), ('education_level__range', (1, 12)), _connector='OR'), name='profile_education_level', violation_error_message='The level of education is one of twelve.')],
            },
        ),
    ]
