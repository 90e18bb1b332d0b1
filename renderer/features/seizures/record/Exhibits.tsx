import { Badge, Button, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssetExhibit } from '../../../../electron/core/features/seizures/model.ts';
import { call } from '../../../app/core.ts';
import { useNavigation } from '../../../app/route.ts';
import { useMay } from '../../../app/session.ts';
import { exhibitNumber } from '../../../components/exhibit-number.ts';
import { Photo } from '../../evidence/index.ts';
import { ReasonDialog } from './AnnulDialog.tsx';
import { LinkExhibit } from './LinkExhibit.tsx';
import classes from './record.module.css';
import type { OfRecord } from './types.ts';

/** Each look at one is recorded: no more are shown at once than can be looked at. */
const shownPhotos = 12;

/** The exhibits that show the asset, photographs small. */
export function Exhibits({ caseId, asset, past }: OfRecord) {
  const { t } = useTranslation('seizures');
  const { go } = useNavigation();
  const may = useMay('seizure.write') && !past;
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<AssetExhibit | null>(null);
  const open = (item: string) => go({ screen: 'case', case: caseId, tab: 'evidence', item });
  const photos = asset.exhibitLinks
    .filter(({ role, type }) => role === 'photograph' && type.startsWith('image/'))
    .slice(0, shownPhotos);
  return (
    <section className={classes.section}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('exhibit.title')}</h3>
        {may && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {t('exhibit.add')}
          </Button>
        )}
      </div>
      {asset.exhibitLinks.length === 0 && <div className={classes.quiet}>{t('exhibit.none')}</div>}
      {photos.length > 0 && !past && (
        <div className={classes.photos}>
          {photos.map((photo) => (
            <Photo
              key={photo.id}
              caseId={caseId}
              row={{ id: photo.exhibit, number: photo.number, name: photo.name }}
              onOpen={() => open(photo.exhibit)}
            />
          ))}
        </div>
      )}
      {asset.exhibitLinks.map((link) => (
        <div key={link.id} className={classes.row}>
          <Badge color="gray" w={110}>
            {t(`exhibitRole.${link.role}`)}
          </Badge>
          <span>
            <UnstyledButton className={classes.link} onClick={() => open(link.exhibit)}>
              {exhibitNumber(link.number)} · {link.name}
            </UnstyledButton>
          </span>
          {may && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setEnding(link)}>
              {t('exhibit.remove')}
            </Button>
          )}
        </div>
      ))}
      {adding && <LinkExhibit caseId={caseId} asset={asset.id} onClose={() => setAdding(false)} />}
      {ending !== null && (
        <ReasonDialog
          title={t('exhibit.removeTitle', { number: exhibitNumber(ending.number) })}
          help={t('exhibit.removeHelp')}
          action={t('exhibit.remove')}
          onSend={(reason) =>
            call('seizures.unlink', { case: caseId, asset: asset.id, link: ending.id, reason })
          }
          onClose={() => setEnding(null)}
        />
      )}
    </section>
  );
}
