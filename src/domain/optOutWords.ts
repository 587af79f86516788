/**
 * Whole messages that ask for no more messages, by language. English: carriers and providers act on them (Twilio, default
 * opt-out keywords, read 2026-11); the others are ours. Words that may well answer a question (`end`, `alto`) are left out.
 */
export const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'stop, stopall, stop all, unsubscribe, opt out, optout',
  de: 'stopp, abmelden, abbestellen, keine nachrichten mehr',
  fr: 'arrêt, arrêter, désabonner, se désabonner, désabonnement, désinscrire, désinscription',
  es: 'parar, baja, darme de baja, dar de baja, cancelar suscripción, desuscribir',
  pt: 'sair, descadastrar, cancelar inscrição, cancelar subscrição, remover inscrição',
  it: 'disiscrivi, disiscrivimi, disiscrizione, annulla iscrizione',
  nl: 'afmelden, uitschrijven, geen berichten meer',
  pl: 'rezygnuję, wypisz, wypisz mnie, wyrejestruj',
  hr: 'odjava, odjavi, odjavi me, odjavite me',
  sv: 'avregistrera, avprenumerera',
  da: 'afmeld, frameld',
  nb: 'avmeld, meld meg av',
  fi: 'lopeta, peru tilaus',
  cs: 'odhlásit, odhlásit se',
  ro: 'dezabonare, dezabonați-mă',
  tr: 'abonelikten çık, iptal et',
};

/** `START` takes a STOP back in every language: the same word, and few others would be meant so. */
export const START_WORDS = 'start, unstop';

/** Only the carriers' own word: a bare `Hilfe` is a cry for help and opens a request. */
export const HELP_WORDS = 'help';
