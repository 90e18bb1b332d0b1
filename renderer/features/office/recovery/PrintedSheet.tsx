import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../../electron/core/features/office/model.ts';
import { formatDate } from '../../../app/format.ts';
import { KeyBlocks } from './KeyBlocks.tsx';
import classes from './PrintedSheet.module.css';
import { QrCode } from './QrCode.tsx';

/** What is printed while a sheet is on the screen: this page alone, black on white, one A4. Not seen on the screen. */
export function PrintedSheet({ sheet }: { readonly sheet: RecoverySheet }) {
  const { t } = useTranslation('office');
  return createPortal(
    <article className={classes.printed}>
      <header>
        <span>Custodia</span>
        <span>{t('sheet.reserved')}</span>
      </header>
      <h1>{t('sheet.title')}</h1>
      <dl>
        <dt>{t('sheet.office')}</dt>
        <dd>{sheet.office}</dd>
        <dt>{t('sheet.issuedAt')}</dt>
        <dd>{formatDate(sheet.issuedAt)}</dd>
      </dl>
      <p>{t('sheet.what')}</p>
      <section className={classes.key}>
        <KeyBlocks blocks={sheet.blocks} />
        <QrCode svg={sheet.qr} label={t('sheet.qr')} />
      </section>
      <p className={classes.small}>{t('sheet.reading')}</p>
      <h2>{t('sheet.keepTitle')}</h2>
      <ul>
        {(['place', 'apart', 'never', 'renew'] as const).map((rule) => (
          <li key={rule}>{t(`sheet.keep.${rule}`)}</li>
        ))}
      </ul>
      <h2>{t('sheet.useTitle')}</h2>
      <p>{t('sheet.use')}</p>
      <p className={classes.mono}>age -d -i llave.txt keys/vault.age</p>
      <h2>{t('sheet.publicTitle')}</h2>
      <p className={classes.mono}>{sheet.recipient}</p>
      <footer>
        {(['keptBy', 'keptWhere', 'signature'] as const).map((line) => (
          <div key={line}>{t(`sheet.${line}`)}</div>
        ))}
      </footer>
    </article>,
    document.body,
  );
}
