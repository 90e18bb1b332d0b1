import { useTranslation } from 'react-i18next';
import type {
  ActType,
  AssetField,
  AssetKind,
  AssetStage,
  AssetStep,
  EventType,
} from '../../../electron/core/features/seizures/model.ts';
import { useOfficeTerms } from '../../app/terms.ts';

/** The register's words in the language shown: kinds, stages and measures are those of the jurisdiction. */
export function useWords() {
  const { t } = useTranslation('seizures');
  const { pack, language, assetKind, seizureStage, measure } = useOfficeTerms();
  const isStep = (type: EventType): type is AssetStep =>
    pack?.seizureMeasures.some(({ id }) => id === type) ?? false;
  return {
    kind: (kind: AssetKind) => assetKind(kind),
    stage: (stage: AssetStage) => seizureStage(stage),
    /** What an act is called: `Ejecución de la incautación`. */
    event: (type: EventType) => (isStep(type) ? measure(type) : t(`event.${type}`)),
    /** What the document of an act is called: `Acta de incautación con inventario`. */
    document: (type: ActType) =>
      pack?.seizureMeasures.find(({ id }) => id === type)?.document[language] ?? t(`document.${type}`),
    field: (field: AssetField) => t(`field.${field}`),
  };
}
