import { useTranslation } from 'react-i18next';
import type { OfficeSettings } from '../../../../electron/core/features/office/model.ts';
import { useCore } from '../../../app/core.ts';
import { useMay } from '../../../app/session.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { languageNames } from '../entrance/LanguageSwitch.tsx';
import { OfficeForm } from './OfficeForm.tsx';
import { Section } from './Section.tsx';
import classes from './settings.module.css';

/** The office's own settings: a form for who administers it, facts for everybody else. */
export function OfficeSection() {
  const { t } = useTranslation('office');
  const mayManage = useMay('office.manage');
  const { data, error } = useCore('office.settings', {});
  return (
    <Section title={t('settings.office')} {...(mayManage ? {} : { text: t('settings.officeReadOnly') })}>
      {error !== null && <ErrorNotice error={error} />}
      {data !== undefined && (mayManage ? <OfficeForm settings={data} /> : <OfficeFacts settings={data} />)}
    </Section>
  );
}

function OfficeFacts({ settings }: { readonly settings: OfficeSettings }) {
  const { t } = useTranslation('office');
  const language = languageNames.find((each) => each.value === settings.language);
  return (
    <dl className={classes.facts}>
      <dt>{t('officeForm.name')}</dt>
      <dd>{settings.name}</dd>
      <dt>{t('language.label')}</dt>
      <dd>{language?.label}</dd>
      <dt>{t('officeForm.numbering')}</dt>
      <dd>{settings.caseNumbering}</dd>
      <dt>{t('officeForm.lock')}</dt>
      <dd>{t('officeForm.minutes', { count: settings.lockMinutes })}</dd>
    </dl>
  );
}
