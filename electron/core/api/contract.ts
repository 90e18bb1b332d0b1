import type { BundlesMethods } from '../features/bundles/methods.ts';
import type { CasesMethods } from '../features/cases/methods.ts';
import type { CustodyMethods } from '../features/custody/methods.ts';
import type { DeadlinesMethods } from '../features/deadlines/methods.ts';
import type { ItemMethods } from '../features/evidence/items/methods.ts';
import type { EvidenceMethods } from '../features/evidence/methods.ts';
import type { ExchangeMethods } from '../features/exchange/methods.ts';
import type { IntegrityMethods } from '../features/integrity/methods.ts';
import type { MarkingMethods } from '../features/marking/methods.ts';
import type { OfficeMethods } from '../features/office/methods.ts';
import type { OperationsMethods } from '../features/operations/methods.ts';
import type { PeopleMethods } from '../features/people/methods.ts';
import type { ReadingMethods } from '../features/reading/methods.ts';
import type { SafekeepingMethods } from '../features/safekeeping/methods.ts';
import type { SearchMethods } from '../features/search/methods.ts';
import type { SeizureListMethods } from '../features/seizures/lists/methods.ts';
import type { SeizureMethods } from '../features/seizures/methods.ts';
import type { SeizurePaperMethods } from '../features/seizures/papers/methods.ts';
import type { TestimonyMethods } from '../features/testimony/methods.ts';
import type { TimelineMethods } from '../features/timeline/methods.ts';

/** Every call of the API: its name, what goes in and what comes out. The composed features are checked against it. */
export interface Contract
  extends BundlesMethods,
    CasesMethods,
    CustodyMethods,
    DeadlinesMethods,
    EvidenceMethods,
    ItemMethods,
    MarkingMethods,
    ExchangeMethods,
    IntegrityMethods,
    OfficeMethods,
    OperationsMethods,
    PeopleMethods,
    ReadingMethods,
    SafekeepingMethods,
    SearchMethods,
    SeizureListMethods,
    SeizureMethods,
    SeizurePaperMethods,
    TestimonyMethods,
    TimelineMethods {}

export type MethodName = keyof Contract;
export type Input<M extends MethodName> = Contract[M]['input'];
export type Output<M extends MethodName> = Contract[M]['output'];
