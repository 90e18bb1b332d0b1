import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/session.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { IntegritySection } from '../integrity/index.ts';
import { AppearanceSection } from './settings/AppearanceSection.tsx';
import { CheckpointSection } from './settings/CheckpointSection.tsx';
import { OfficeSection } from './settings/OfficeSection.tsx';
import { PassphraseSection } from './settings/PassphraseSection.tsx';
import { RecoverySection } from './settings/RecoverySection.tsx';
import classes from './settings/settings.module.css';

/** Name, language, numbering and lock of the office; the person's own passphrase. */
export function SettingsPage() {
  const { t } = useTranslation('office');
  const mayManage = useMay('office.manage');
  const mayVerify = useMay('journal.verify');
  return (
    <div className={classes.page}>
      <PageHeader title={t('settings.title')} />
      <div className={classes.columns}>
        <div>
          <OfficeSection />
          {mayVerify && <CheckpointSection />}
          {mayVerify && <IntegritySection />}
        </div>
        <div>
          <PassphraseSection />
          <AppearanceSection />
          {mayManage && <RecoverySection />}
        </div>
      </div>
    </div>
  );
}
