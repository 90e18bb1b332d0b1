/** Days are 'yyyy-MM-dd', moments ISO with offset. Names are in entries for ever. */
export * from './model/agents.ts';
export * from './model/authority.ts';
export * from './model/disclosure.ts';
export * from './model/irregularities.ts';
export * from './model/log.ts';
export * from './model/money.ts';
export * from './model/operation.ts';
export * from './model/safety.ts';
