import { typedText, type Content } from '../content';

/** How out-of-office and other automatic texts name themselves, by language; ours. Whoever writes so by hand loses no more than an auto-reply. */
const NAMES = [
  'auto-reply',
  'autoreply',
  'automatic reply',
  'automated reply',
  'automated message',
  'out of office',
  'automatische antwort',
  'automatisch generierte',
  'abwesenheitsnotiz',
  'réponse automatique',
  'message automatique',
  'respuesta automática',
  'mensaje automático',
  'resposta automática',
  'mensagem automática',
  'risposta automatica',
  'messaggio automatico',
  'automatisch antwoord',
  'automatski odgovor',
  'automatyczna odpowiedź',
];

/** Does the message say of itself that a machine wrote it? Machines must not answer each other. */
export function isAutomatic(content: Content): boolean {
  const text = (typedText(content) ?? '').normalize('NFC').toLowerCase();
  return NAMES.some((name) => text.includes(name));
}
