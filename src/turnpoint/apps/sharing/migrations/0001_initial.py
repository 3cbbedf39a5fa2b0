import django.db.models.deletion
import turnpoint.apps.accounts.sealing
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('author_name', models.CharField(max_length=160)),
                ('grant_number', models.PositiveBigIntegerField()),
                ('part', models.CharField(choices=[('profile', 'profile'), ('role', 'role'), ('destination', 'destination'), ('reality', 'reality check'), ('plan', 'plan'), ('transition', 'transition'), ('notes', 'session notes'), ('household', 'the question of a transition, to say what it means for them')], max_length=11)),
                ('object_id', models.PositiveBigIntegerField(blank=True, null=True)),
                ('kind', models.CharField(choices=[('comment', 'comment'), ('question', 'question')], max_length=8)),
                ('text', turnpoint.apps.accounts.sealing.EncryptedTextField(max_length=3000)),
                ('written_at', models.DateTimeField()),
                ('answer', turnpoint.apps.accounts.sealing.EncryptedTextField(blank=True, default='', max_length=3000)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('trashed_at', models.DateTimeField(blank=True, null=True)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-written_at', '-pk'),
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='remark_text'), models.CheckConstraint(condition=models.Q(('kind__in', ['comment', 'question'])), name='remark_kind'), models.CheckConstraint(condition=models.Q(('part__in', ['profile', 'role', 'destination', 'reality', 'plan', 'transition', 'notes', 'household'])), name='remark_part'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='remark_answered_or_not')],
            },
        ),
    ]
