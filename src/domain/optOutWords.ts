/**
 * Whole messages that ask for no more messages, by language. English: carriers and providers act on them (Twilio, default
 * opt-out keywords, read 2026-11); the others are ours. Words that may well answer a question (`alto`, `fim`) are left out.
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

/**
 * On SMS these stop, too, whatever they were meant for: carriers and providers block the number on them and tell nobody (Twilio,
 * default opt-out keywords; `revoke` since the FCC's rule of April 2025; read 2026-11), so that no answer would arrive.
 */
export const SMS_STOP_WORDS = 'cancel, end, quit, revoke';

/**
 * Whole messages that take a STOP back, in the same languages; `start` and `unstop` are the carriers' own and count everywhere. Words
 * that may as well ask for something (`Anmelden`, `Prijava`, `Suscribir` a contract) are left out: such a message opens a request.
 */
export const START_WORDS: Readonly<Record<string, string>> = {
  en: 'start, unstop, opt in, optin, resubscribe',
  de: 'wieder anmelden, nachrichten wieder',
  fr: 'réabonner, se réabonner, réabonnement, me réabonner',
  es: 'darme de alta otra vez, volver a recibir, reactivar mensajes',
  pt: 'reinscrever, inscrever de novo, voltar a receber',
  it: 'reiscrivi, reiscrivimi, reiscrizione',
  nl: 'weer aanmelden, opnieuw aanmelden',
  pl: 'zapisz ponownie, zapisz mnie ponownie',
  hr: 'ponovna prijava, ponovno prijavi, prijavi me ponovno',
  sv: 'återprenumerera, prenumerera igen',
  da: 'tilmeld igen, gentilmeld',
  nb: 'meld meg på igjen, påmeld igjen',
  fi: 'tilaa uudelleen',
  cs: 'znovu přihlásit, obnovit odběr',
  ro: 'reabonare, reabonați-mă',
  tr: 'yeniden abone ol, tekrar abone ol',
};

/** Only the carriers' own word: a bare `Hilfe`, `Aide` or `Ayuda` is a cry for help and opens a request. */
export const HELP_WORDS = 'help';
