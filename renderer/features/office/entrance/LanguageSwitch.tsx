import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { currentLanguage, type Language, setLanguage } from '../../../app/i18n.ts';

/** Each language by its own name, so that who reads only one of them finds it. */
export const languageNames = [
  { value: 'es', label: 'Español' },
  { value: 'en', label: 'English' },
] as const;

/** For this window only, until the vault is open: then the office's language holds. */
export function LanguageSwitch() {
  const { t } = useTranslation('office');
  return (
    <SegmentedControl<Language>
      size="xs"
      aria-label={t('language.label')}
      data={[...languageNames]}
      value={currentLanguage()}
      onChange={setLanguage}
    />
  );
}
