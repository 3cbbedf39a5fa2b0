import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from turnpoint.apps.destinations import heading_triggers, ledger_triggers, triggers


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Destination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField()),
                ('active', models.BooleanField(default=False)),
                ('archived_at', models.DateTimeField(blank=True, null=True)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='destinations', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('active', True)), fields=('owner',), name='destination_one_active', violation_error_message='Only one destination can be the active one.'), models.CheckConstraint(condition=models.Q(('active', False), models.Q(('archived_at__isnull', True), ('trashed_at__isnull', True)), _connector='OR'), name='destination_active_is_at_hand', violation_error_message='An archived or removed destination cannot be active.')],
            },
        ),
        migrations.CreateModel(
            name='DestinationDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answers', models.JSONField(default=dict)),
                ('reached', models.PositiveSmallIntegerField(default=1)),
                ('kept_at', models.DateTimeField(auto_now=True)),
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='destination_draft', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reached__range', (1, 4))), name='draft_reached')],
            },
        ),
        migrations.CreateModel(
            name='AssumptionSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('changed', models.JSONField(default=dict)),
                ('exchange_currency', models.CharField(blank=True, max_length=3, validators=[django.core.validators.RegexValidator('\\A[A-Z]{3}\\Z', 'A currency is three capital letters, such as EUR.')])),
                ('exchange_dollars', models.FloatField(blank=True, null=True)),
                ('exchange_said_on', models.DateField(blank=True, null=True)),
                ('destination', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assumption_sets', to='destinations.destination')),
            ],
            options={
                'ordering': ('destination_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('destination', 'number'), name='assumption_set_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='assumption_set_from_one'), models.CheckConstraint(condition=models.Q(models.Q(('exchange_currency', ''), ('exchange_dollars__isnull', True), ('exchange_said_on__isnull', True)), models.Q(models.Q(('exchange_currency__in', ('', 'USD')), _negated=True), ('exchange_dollars__gt', 0), ('exchange_said_on__isnull', False)), _connector='OR'), name='assumption_set_exchange_whole_or_not', violation_error_message='An exchange rate needs a currency, a rate and a day.')],
            },
        ),
        migrations.CreateModel(
            name='DestinationRevision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('statement', models.CharField(max_length=400)),
                ('title', models.CharField(blank=True, max_length=160)),
                ('occupation_code', models.CharField(blank=True, max_length=10)),
                ('own_business', models.BooleanField(default=False)),
                ('by', models.DateField()),
                ('why', models.TextField(blank=True, max_length=5000)),
                ('area_code', models.CharField(blank=True, max_length=7)),
                ('place', models.CharField(blank=True, max_length=300)),
                ('pay_floor', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('currency', models.CharField(default='USD', max_length=3, validators=[django.core.validators.RegexValidator('\\A[A-Z]{3}\\Z', 'A currency is three capital letters, such as EUR.')])),
                ('hours_per_week', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True)),
                ('flexibility', models.CharField(blank=True, max_length=300)),
                ('confidence', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('least_sure', models.TextField(blank=True, max_length=5000)),
                ('changed', models.CharField(blank=True, max_length=300)),
                ('dream_count', models.PositiveSmallIntegerField(default=0)),
                ('destination', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='revisions', to='destinations.destination')),
            ],
            options={
                'ordering': ('destination_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('destination', 'number'), name='revision_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='revision_number_from_one'), models.CheckConstraint(condition=models.Q(('statement', ''), _negated=True), name='revision_statement'), models.CheckConstraint(condition=models.Q(('confidence__isnull', True), ('confidence__range', (0, 100)), _connector='OR'), name='revision_confidence', violation_error_message='Confidence lies between 0 and 100.'), models.CheckConstraint(condition=models.Q(('pay_floor__isnull', True), ('pay_floor__gte', 0), _connector='OR'), name='revision_pay_floor', violation_error_message='A pay floor cannot be below zero.'), models.CheckConstraint(condition=models.Q(('hours_per_week__isnull', True), ('hours_per_week__range', (0, 168)), _connector='OR'), name='revision_hours', violation_error_message='A week has 168 hours.')],
            },
        ),
        migrations.CreateModel(
            name='Heading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('place', models.CharField(choices=[('ahead', 'heading for it'), ('beside', 'beside another'), ('aside', 'laid aside'), ('removed', 'removed')], max_length=7)),
                ('destination', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='headings', to='destinations.destination')),
            ],
            options={
                'ordering': ('destination_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('destination', 'number'), name='heading_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='heading_number_from_one'), models.CheckConstraint(condition=models.Q(('place__in', ['ahead', 'beside', 'aside', 'removed'])), name='heading_place')],
            },
        ),
        migrations.CreateModel(
            name='Uncertainty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('raised_at', models.DateTimeField()),
                ('destination', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='uncertainties', to='destinations.destination')),
            ],
            options={
                'ordering': ('destination_id', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Experiment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('planned_at', models.DateTimeField()),
                ('uncertainty', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='experiments', to='destinations.uncertainty')),
            ],
            options={
                'ordering': ('uncertainty_id', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='RevisionDream',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('people', 'people'), ('place', 'place'), ('hours', 'hours'), ('flexibility', 'flexibility'), ('pay', 'pay'), ('dream', 'dream'), ('other', 'other')], max_length=11)),
                ('text', models.CharField(max_length=300)),
                ('by', models.DateField(blank=True, null=True)),
                ('revision', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='dreams', to='destinations.destinationrevision')),
            ],
            options={
                'ordering': ('revision_id', 'position'),
                'constraints': [models.UniqueConstraint(fields=('revision', 'position'), name='dream_position'), models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='dream_text'), models.CheckConstraint(condition=models.Q(('kind__in', ['people', 'place', 'hours', 'flexibility', 'pay', 'dream', 'other'])), name='dream_kind')],
            },
        ),
        migrations.CreateModel(
            name='ExperimentConclusion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('why', models.TextField(max_length=5000)),
                ('experiment', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='conclusions', to='destinations.experiment')),
                ('revision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='conclusions', to='destinations.destinationrevision')),
            ],
            options={
                'ordering': ('experiment_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('experiment', 'number'), name='conclusion_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='conclusion_number_from_one'), models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='conclusion_why')],
            },
        ),
        migrations.CreateModel(
            name='ExperimentPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('kind', models.CharField(choices=[('conversation', 'a conversation'), ('shadowing', 'a day beside somebody'), ('project', 'a project where I work now'), ('course', 'a course'), ('volunteering', 'volunteering'), ('trial', 'a trial on a small scale')], max_length=12)),
                ('what', models.CharField(max_length=300)),
                ('whom', models.CharField(blank=True, max_length=300)),
                ('prediction', models.CharField(max_length=300)),
                ('probability', models.PositiveSmallIntegerField()),
                ('money', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True)),
                ('currency', models.CharField(default='USD', max_length=3, validators=[django.core.validators.RegexValidator('\\A[A-Z]{3}\\Z', 'A currency is three capital letters, such as EUR.')])),
                ('hours', models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True)),
                ('starts', models.DateField(blank=True, null=True)),
                ('due', models.DateField()),
                ('called_off', models.BooleanField(default=False)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('experiment', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='plans', to='destinations.experiment')),
            ],
            options={
                'ordering': ('experiment_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('experiment', 'number'), name='plan_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='plan_number_from_one'), models.CheckConstraint(condition=models.Q(('kind__in', ['conversation', 'shadowing', 'project', 'course', 'volunteering', 'trial'])), name='plan_kind'), models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='plan_what'), models.CheckConstraint(condition=models.Q(('prediction', ''), _negated=True), name='plan_prediction'), models.CheckConstraint(condition=models.Q(('probability__range', (0, 100))), name='plan_probability', violation_error_message='A probability lies between 0 and 100.'), models.CheckConstraint(condition=models.Q(models.Q(('money__isnull', True), ('money__gte', 0), _connector='OR'), models.Q(('hours__isnull', True), ('hours__gte', 0), _connector='OR')), name='plan_cost', violation_error_message='What it costs cannot be below zero.'), models.CheckConstraint(condition=models.Q(('starts__isnull', True), ('starts__lte', models.F('due')), _connector='OR'), name='plan_starts_before_it_is_due', violation_error_message='It starts before it is to be done.')],
            },
        ),
        migrations.CreateModel(
            name='ExperimentResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('on', models.DateField()),
                ('happened', models.TextField(max_length=5000)),
                ('held', models.CharField(choices=[('yes', 'it held'), ('no', 'it did not hold'), ('unclear', 'it cannot be said')], max_length=7)),
                ('surprise', models.TextField(blank=True, max_length=5000)),
                ('experiment', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='results', to='destinations.experiment')),
            ],
            options={
                'ordering': ('experiment_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('experiment', 'number'), name='result_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='result_number_from_one'), models.CheckConstraint(condition=models.Q(('happened', ''), _negated=True), name='result_happened'), models.CheckConstraint(condition=models.Q(('held__in', ['yes', 'no', 'unclear'])), name='result_held')],
            },
        ),
        migrations.CreateModel(
            name='UncertaintyStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('saved_at', models.DateTimeField()),
                ('question', models.CharField(max_length=300)),
                ('sure', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('by', models.DateField(blank=True, null=True)),
                ('standing', models.CharField(choices=[('open', 'open'), ('settled', 'settled'), ('aside', 'set aside')], default='open', max_length=7)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('result', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='statements', to='destinations.experimentresult')),
                ('uncertainty', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='statements', to='destinations.uncertainty')),
            ],
            options={
                'ordering': ('uncertainty_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('uncertainty', 'number'), name='statement_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='statement_number_from_one'), models.CheckConstraint(condition=models.Q(('question', ''), _negated=True), name='statement_question'), models.CheckConstraint(condition=models.Q(('standing__in', ['open', 'settled', 'aside'])), name='statement_standing'), models.CheckConstraint(condition=models.Q(('sure__isnull', True), ('sure__range', (0, 100)), _connector='OR'), name='statement_sure', violation_error_message='How sure one is lies between 0 and 100.')],
            },
        ),
        migrations.RunPython(triggers.create, triggers.drop),
        migrations.RunPython(ledger_triggers.create, ledger_triggers.drop),
        migrations.RunPython(heading_triggers.create, heading_triggers.drop),
    ]
