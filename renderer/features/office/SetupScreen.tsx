import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet, SessionInfo } from '../../../electron/core/features/office/model.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { Entrance } from './entrance/Entrance.tsx';
import { ConfirmStep } from './recovery/ConfirmStep.tsx';
import { SheetStep } from './recovery/SheetStep.tsx';
import { type OfficeDraft, OfficeStep } from './setup/OfficeStep.tsx';
import { type SetupStep, Steps } from './setup/Steps.tsx';
import { UserStep } from './setup/UserStep.tsx';
import { useAsk } from './useAsk.ts';

interface Props {
  /** The vault is made and the recovery sheet confirmed. */
  readonly onDone: (session: SessionInfo) => void;
}

interface Created {
  readonly session: SessionInfo;
  readonly sheet: RecoverySheet;
}

/** First run: the office, its first user, the recovery sheet. */
export function SetupScreen({ onDone }: Props) {
  const { t } = useTranslation('office');
  const [step, setStep] = useState<SetupStep>('office');
  const [office, setOffice] = useState<OfficeDraft>({
    name: '',
    jurisdiction: 'bolivia',
    caseNumbering: null,
  });
  const [userName, setUserName] = useState('');
  const [created, setCreated] = useState<Created | null>(null);
  const { ask, busy, error } = useAsk('vault.create');

  const create = async (passphrase: string) => {
    const made = await ask({
      office: {
        name: office.name.trim(),
        jurisdiction: office.jurisdiction,
        language: currentLanguage(),
        caseNumbering: office.caseNumbering ?? undefined,
      },
      user: { name: userName.trim(), passphrase },
    });
    if (made === null) return;
    setCreated(made);
    setStep('sheet');
  };
  const confirmed = () => created !== null && onDone({ ...created.session, recoveryConfirmed: true });

  const group = step === 'sheet' || step === 'confirm' ? 'recovery' : 'setup';
  const words = { title: t(`${group}.${step}.title`), text: t(`${group}.${step}.text`) };

  return (
    <Entrance
      title={words.title}
      text={words.text}
      aside={<Steps at={step} />}
      wide={step === 'sheet'}
      languageSwitch={step !== 'office'}
    >
      {step === 'office' && <OfficeStep draft={office} onChange={setOffice} onNext={() => setStep('user')} />}
      {step === 'user' && (
        <UserStep
          office={office.name}
          name={userName}
          onName={setUserName}
          busy={busy}
          error={error}
          onBack={() => setStep('office')}
          onCreate={(passphrase) => void create(passphrase)}
        />
      )}
      {step === 'sheet' && created !== null && (
        <SheetStep sheet={created.sheet} onNext={() => setStep('confirm')} />
      )}
      {step === 'confirm' && <ConfirmStep onBack={() => setStep('sheet')} onConfirmed={confirmed} />}
    </Entrance>
  );
}
