import Avatar from '@atlaskit/avatar';
import { initials } from '../api/people';

const colours = ['#227d9b', '#6e5dc6', '#a54800', '#216e4e', '#943d73', '#0055cc'];

/** A person without a picture, told apart by initials and colour, as Jira does. */
export function Face({
  name,
  size = 'small',
}: {
  readonly name: string;
  readonly size?: 'xxsmall' | 'small' | 'medium';
}) {
  return <Avatar name={name} src={pictureOf(name)} size={size} borderColor="transparent" />;
}

export function pictureOf(name: string): string {
  const sum = Array.from(name).reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const colour = colours[sum % colours.length] ?? '#227d9b';
  const letters = /[a-z]/i.test(name) ? initials(name).replace(/[^A-Z]/g, '') : '#';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${colour}"/><text x="16" y="21" fill="#fff" font-family="sans-serif" font-size="13" font-weight="600" text-anchor="middle">${letters}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
