import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/core.ts';
import { useNavigation } from '../../../app/route.ts';
import { useSession } from '../../../app/session.ts';
import { CaseSelect } from '../../../components/CaseSelect.tsx';
import { ActDialog } from '../form/ActDialog.tsx';
import { Choice, Line, Long } from '../form/fields.tsx';
import { orNothing, useForm } from '../form/useForm.ts';
import { useReaders } from '../useReaders.ts';

/** A new operation: of a case, with a name that tells nothing, and who leads the agent. */
export function NewOperation({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('operations');
  const { go } = useNavigation();
  const { user } = useSession();
  const open = useCommand('operations.open');
  const readers = useReaders();
  const form = useForm({ case: '', name: '', purpose: '', handler: '' }, ['case', 'name', 'purpose']);
  const { values } = form;
  const save = () =>
    open.mutate(
      {
        case: values.case,
        name: values.name.trim(),
        purpose: values.purpose.trim(),
        handler: orNothing(values.handler),
      },
      {
        onSuccess: ({ id }) => {
          onClose();
          go({ screen: 'operations', operation: id });
        },
      },
    );
  return (
    <ActDialog
      title={t('new.title')}
      help={t('new.help')}
      save={t('new.do')}
      act={open}
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <CaseSelect
        label={t('field.case')}
        withAsterisk
        data-autofocus
        error={form.isMissing('case') ? t('missing') : undefined}
        value={values.case === '' ? null : values.case}
        onChange={(caseId) => form.set('case', caseId ?? '')}
      />
      <Line form={form} name="name" as="operationName" help={t('new.nameHelp')} />
      <Long form={form} name="purpose" />
      <Choice
        form={form}
        name="handler"
        clearable
        help={t('new.handlerHelp')}
        options={readers.filter(({ value }) => value !== user.id)}
      />
    </ActDialog>
  );
}
