import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models

from turnpoint.apps.skills.triggers import TRIGGERS


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        ('destinations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Opportunity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(choices=[('project', 'project'), ('rotation', 'rotation'), ('mentoring', 'mentoring'), ('course', 'course'), ('stretch task', 'stretch task'), ('volunteering', 'volunteering')], max_length=12)),
                ('at_employer', models.BooleanField(default=False)),
                ('where', models.CharField(blank=True, max_length=120)),
                ('hours', models.FloatField()),
                ('length', models.PositiveSmallIntegerField()),
                ('earliest', models.DateField(blank=True, null=True)),
                ('cost', models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ('currency', models.CharField(default='USD', max_length=3, validators=[django.core.validators.RegexValidator('\\A[A-Z]{3}\\Z', 'A currency is three capital letters, such as EUR.')])),
                ('seats', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('notes', models.TextField(blank=True, max_length=2000)),
                ('done_on', models.DateField(blank=True, null=True)),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('after', models.ManyToManyField(blank=True, related_name='before', to='skills.opportunity')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='opportunity_name', violation_error_message='An opportunity needs a name.'), models.UniqueConstraint(django.db.models.functions.text.Lower('name'), models.F('owner'), condition=models.Q(('trashed_at__isnull', True)), name='opportunity_once', violation_error_message='There is an opportunity of this name already.'), models.CheckConstraint(condition=models.Q(('kind__in', ['project', 'rotation', 'mentoring', 'course', 'stretch task', 'volunteering'])), name='opportunity_kind', violation_error_message='Say how it is learnt.'), models.CheckConstraint(condition=models.Q(('hours__gte', 0), ('hours__lte', 80)), name='opportunity_hours', violation_error_message='Hours a week are 0 to 80.'), models.CheckConstraint(condition=models.Q(('length__range', (1, 60))), name='opportunity_length', violation_error_message='It takes 1 to 60 months.'), models.CheckConstraint(condition=models.Q(('cost__gte', 0)), name='opportunity_cost', violation_error_message='A cost cannot be below zero.')],
            },
        ),
        migrations.CreateModel(
            name='PlanFrame',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('hours', models.FloatField(default=4.0)),
                ('budget', models.DecimalField(decimal_places=2, default=0, max_digits=12)),
                ('months', models.PositiveSmallIntegerField(default=24)),
                ('by_hand', models.BooleanField(default=False)),
                ('owner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('hours__gte', 0), ('hours__lte', 80)), name='frame_hours', violation_error_message='Hours a week are 0 to 80.'), models.CheckConstraint(condition=models.Q(('budget__gte', 0)), name='frame_budget', violation_error_message='A budget cannot be below zero.'), models.CheckConstraint(condition=models.Q(('months__range', (1, 60))), name='frame_months', violation_error_message='A plan looks 1 to 60 months ahead.')],
            },
        ),
        migrations.CreateModel(
            name='SkillTarget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('origin', models.CharField(choices=[('onet', 'O*NET'), ('esco', 'ESCO'), ('own', 'in your own words')], default='own', max_length=4)),
                ('element_id', models.CharField(blank=True, max_length=64)),
                ('shown', models.FloatField(blank=True, null=True)),
                ('required', models.FloatField()),
                ('weight', models.FloatField(default=0.5)),
                ('by', models.DateField()),
                ('trashed_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('destination', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='destinations.destination')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-weight', 'name'),
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='skill_name', violation_error_message='A skill needs a name.'), models.UniqueConstraint(django.db.models.functions.text.Lower('name'), models.F('owner'), name='skill_once', violation_error_message='You want this skill already, or did before.'), models.CheckConstraint(condition=models.Q(('origin__in', ['onet', 'esco', 'own'])), name='skill_origin', violation_error_message='A skill comes from somewhere.'), models.CheckConstraint(condition=models.Q(('required__gte', 0.1), ('required__lte', 7)), name='skill_required', violation_error_message='The level wanted is up to 7.'), models.CheckConstraint(condition=models.Q(('shown__isnull', True), models.Q(('shown__gte', 0.0), ('shown__lte', 7)), _connector='OR'), name='skill_shown', violation_error_message='A level lies between 0 and 7.'), models.CheckConstraint(condition=models.Q(('weight__gt', 0), ('weight__lte', 1)), name='skill_weight', violation_error_message='How much it counts lies between 1 and 100.')],
            },
        ),
        migrations.CreateModel(
            name='Placing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.DateField(blank=True, null=True)),
                ('pinned', models.BooleanField(default=False)),
                ('left_out', models.BooleanField(default=False)),
                ('opportunity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='skills.opportunity')),
                ('frame', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='placings', to='skills.planframe')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('left_out', True), ('pinned', False), ('start__isnull', True)), models.Q(('left_out', False), ('start__isnull', False)), _connector='OR'), name='placing_says_something', violation_error_message='Either it has a start, or it is left out.')],
            },
        ),
        migrations.CreateModel(
            name='AcceptedPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('accepted_at', models.DateTimeField()),
                ('content', models.TextField()),
                ('inputs', models.CharField(max_length=64)),
                ('stamp', models.CharField(max_length=200)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('frame', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='accepted', to='skills.planframe')),
            ],
            options={
                'ordering': ('frame_id', 'number'),
                'constraints': [models.UniqueConstraint(fields=('frame', 'number'), name='accepted_number'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='accepted_from_one')],
            },
        ),
        migrations.CreateModel(
            name='SkillAssessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('level', models.FloatField(blank=True, null=True)),
                ('source', models.CharField(choices=[('self', 'I say so myself'), ('peer', 'a colleague'), ('manager', 'my manager'), ('facilitator', 'a facilitator or coach'), ('test', 'a test or certificate')], max_length=11)),
                ('strength', models.PositiveSmallIntegerField(choices=[(1, 'an impression, without an example'), (2, 'an example that somebody has seen'), (3, 'a test, a certificate or finished work that anybody can look at')])),
                ('evidence', models.TextField(blank=True, max_length=2000)),
                ('who', models.CharField(blank=True, max_length=120)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='corrected_by', to='skills.skillassessment')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='assessments', to='skills.skilltarget')),
            ],
            options={
                'ordering': ('on', 'pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('corrects__isnull', False), ('level__isnull', True)), models.Q(('level__gte', 0.0), ('level__lte', 7)), _connector='OR'), name='assessment_level', violation_error_message='A level lies between 0 and 7.'), models.CheckConstraint(condition=models.Q(('source__in', ['self', 'peer', 'manager', 'facilitator', 'test'])), name='assessment_source', violation_error_message='Say who says so.'), models.CheckConstraint(condition=models.Q(('strength__range', (1, 3))), name='assessment_strength', violation_error_message='Say what it rests on.')],
            },
        ),
        migrations.CreateModel(
            name='OpportunityLevel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.FloatField()),
                ('opportunity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='levels', to='skills.opportunity')),
                ('target', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='skills.skilltarget')),
            ],
            options={
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('opportunity', 'target'), name='opportunity_level'), models.CheckConstraint(condition=models.Q(('level__gte', 0.1), ('level__lte', 7)), name='opportunity_leads', violation_error_message='A level lies between 0 and 7.')],
            },
        ),
        migrations.RunPython(TRIGGERS.create, TRIGGERS.drop),
    ]
