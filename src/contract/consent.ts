/** For screens: the contract's schemas would bring their validation into every bundle. */
export { CONSENT_SOURCES, type ConsentSource } from '../domain/consent';
