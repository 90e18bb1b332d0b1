import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';

export const languages = ['es', 'en'] as const;
export type Language = (typeof languages)[number];

type Texts = Record<string, unknown>;
const files = import.meta.glob<Texts>('../../resources/locales/*/*.json', { eager: true, import: 'default' });

/** `{es: {app: …, cases: …}, en: …}`: one namespace for each file, as the folders lie. */
function texts(): Record<string, Record<string, Texts>> {
  const all: Record<string, Record<string, Texts>> = {};
  for (const [path, content] of Object.entries(files)) {
    const [language = '', file = ''] = path.split('/').slice(-2);
    const namespaces = all[language] ?? {};
    namespaces[file.replace('.json', '')] = content;
    all[language] = namespaces;
  }
  return all;
}

/** Spanish first; English only where the computer speaks English. Once unlocked, the office's language holds. */
export function preferredLanguage(): Language {
  return navigator.language.startsWith('en') ? 'en' : 'es';
}

/** Takes a language for the page, its dates and its voice for screen readers. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language === 'es' ? 'es-BO' : 'en';
  void i18n.changeLanguage(language);
}

/** The language that is shown now. */
export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'es';
}

void i18n.use(initReactI18next).init({
  resources: texts(),
  lng: preferredLanguage(),
  fallbackLng: false,
  defaultNS: 'common',
  interpolation: { escapeValue: false },
  returnNull: false,
});
setLanguage(preferredLanguage());

export { i18n };
