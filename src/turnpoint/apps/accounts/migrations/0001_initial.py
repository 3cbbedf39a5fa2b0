import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from turnpoint.apps.accounts.grant_triggers import TRIGGERS


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('sample_line', models.CharField(blank=True, max_length=200)),
                ('time_zone', models.CharField(blank=True, max_length=64)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('link_digest', models.CharField(blank=True, default='', max_length=64)),
                ('link_name', models.CharField(blank=True, default='', max_length=120)),
                ('purpose', models.CharField(max_length=300)),
                ('may_comment', models.BooleanField(default=False)),
                ('may_ask', models.BooleanField(default=False)),
                ('part_count', models.PositiveSmallIntegerField()),
                ('given_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grants_given', to=settings.AUTH_USER_MODEL)),
                ('receiver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='grants_received', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-given_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('link_digest', ''), ('link_name', ''), ('receiver__isnull', False)), models.Q(('receiver__isnull', True), models.Q(('link_digest', ''), _negated=True), models.Q(('link_name', ''), _negated=True)), _connector='OR'), name='grant_to_a_person_or_by_a_link'), models.UniqueConstraint(condition=models.Q(('link_digest', ''), _negated=True), fields=('link_digest',), name='grant_link'), models.CheckConstraint(condition=models.Q(('receiver__isnull', True), models.Q(('receiver', models.F('owner')), _negated=True), _connector='OR'), name='grant_to_another', violation_error_message='You can read your own workspace without asking yourself.'), models.CheckConstraint(condition=models.Q(('link_digest', ''), models.Q(('may_ask', False), ('may_comment', False)), _connector='OR'), name='grant_link_reads_only'), models.CheckConstraint(condition=models.Q(('purpose', ''), _negated=True), name='grant_purpose', violation_error_message='Say what it is for, so that both of you know.'), models.CheckConstraint(condition=models.Q(('until__gt', models.F('given_at'))), name='grant_ends_after_it_begins', violation_error_message='The last day lies in the past.'), models.CheckConstraint(condition=models.Q(('part_count__gte', 1)), name='grant_has_parts')],
            },
        ),
        migrations.CreateModel(
            name='GrantReceipt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('grant_number', models.PositiveBigIntegerField()),
                ('event', models.CharField(choices=[('given', 'given'), ('withdrawn', 'withdrawn'), ('given back', 'given back')], max_length=10)),
                ('at', models.DateTimeField()),
                ('owner_name', models.CharField(max_length=160)),
                ('receiver_name', models.CharField(max_length=160)),
                ('parts', models.CharField(max_length=1000)),
                ('may', models.CharField(max_length=60)),
                ('purpose', models.CharField(max_length=300)),
                ('until', models.DateTimeField()),
                ('owner', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('receiver', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('event__in', ['given', 'withdrawn', 'given back'])), name='receipt_event')],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('withdrawn_at', models.DateTimeField(null=True)),
                ('invited_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-made_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('email', ''), _negated=True), name='invitation_email'), models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('made_at'))), name='invitation_ends_after_it_begins'), models.CheckConstraint(condition=models.Q(('used_at__isnull', True), ('withdrawn_at__isnull', True), _connector='OR'), name='invitation_used_or_withdrawn')],
            },
        ),
        migrations.CreateModel(
            name='SignInLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sign_in_links', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='AccessRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reader_name', models.CharField(max_length=160)),
                ('grant_number', models.PositiveBigIntegerField()),
                ('part', models.CharField(choices=[('profile', 'profile'), ('role', 'role'), ('destination', 'destination'), ('reality', 'reality check'), ('plan', 'plan'), ('transition', 'transition'), ('notes', 'session notes'), ('household', 'the question of a transition, to say what it means for them')], max_length=11)),
                ('object_id', models.PositiveBigIntegerField(null=True)),
                ('at', models.DateTimeField()),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.DO_NOTHING, related_name='readings', to=settings.AUTH_USER_MODEL)),
                ('reader', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-at', '-pk'),
                'indexes': [models.Index(fields=['owner', '-at'], name='access_record_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('part__in', ['profile', 'role', 'destination', 'reality', 'plan', 'transition', 'notes', 'household'])), name='access_record_part')],
            },
        ),
        migrations.CreateModel(
            name='GrantedPart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField()),
                ('part', models.CharField(choices=[('profile', 'profile'), ('role', 'role'), ('destination', 'destination'), ('reality', 'reality check'), ('plan', 'plan'), ('transition', 'transition'), ('notes', 'session notes'), ('household', 'the question of a transition, to say what it means for them')], max_length=11)),
                ('object_id', models.PositiveBigIntegerField(blank=True, null=True)),
                ('grant', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='parts', to='accounts.grant')),
            ],
            options={
                'ordering': ('grant_id', 'position'),
                'constraints': [models.UniqueConstraint(fields=('grant', 'position'), name='granted_part_position'), models.CheckConstraint(condition=models.Q(('part__in', ['profile', 'role', 'destination', 'reality', 'plan', 'transition', 'notes', 'household'])), name='granted_part_known'), models.CheckConstraint(condition=models.Q(models.Q(('object_id__isnull', False), ('part__in', ('destination', 'reality', 'transition', 'household'))), models.Q(('object_id__isnull', True), ('part__in', ('profile', 'role', 'plan'))), ('part', 'notes'), _connector='OR'), name='granted_part_names_its_object')],
            },
        ),
        migrations.RunPython(TRIGGERS.create, TRIGGERS.drop),
    ]
