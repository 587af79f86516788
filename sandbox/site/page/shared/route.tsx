import { useEffect, useState, type MouseEvent, type ReactNode } from 'react';

/** Where the page is. Paths are Jira's own, so that links in screens and in Jira's answers lead somewhere. */
export type Route =
  | { readonly name: 'queue' }
  | { readonly name: 'issue'; readonly key: string }
  | { readonly name: 'settings' }
  | { readonly name: 'portal'; readonly key: string }
  | { readonly name: 'console'; readonly provider: string };

export const pathTo = (route: Route): string => {
  switch (route.name) {
    case 'queue':
      return '/';
    case 'issue':
      return `/browse/${route.key}`;
    case 'settings':
      return '/jira/settings/omnichat';
    case 'portal':
      return `/servicedesk/customer/portal/1/${route.key}`;
    case 'console':
      return `/carriers/${route.provider}`;
  }
};

export function routeOf(path: string): Route {
  const [, key] = /^\/browse\/([A-Z][A-Z0-9]*-\d+)/.exec(path) ?? [];
  if (key) return { name: 'issue', key };
  const [, asked] = /^\/servicedesk\/customer\/portal\/\d+\/([A-Z][A-Z0-9]*-\d+)/.exec(path) ?? [];
  if (asked) return { name: 'portal', key: asked };
  const [, provider] = /^\/carriers\/([a-z-]+)\/?$/.exec(path) ?? [];
  if (provider) return { name: 'console', provider };
  return path.startsWith('/jira/settings') ? { name: 'settings' } : { name: 'queue' };
}

const moved = 'omnichat-page-moved';

export function go(route: Route): void {
  history.pushState(undefined, '', pathTo(route));
  window.dispatchEvent(new Event(moved));
  window.scrollTo(0, 0);
}

/** Opens a path of this page in place, anything else as the browser would. */
export function followPath(path: string): void {
  if (!path.startsWith('/')) return location.assign(path);
  go(routeOf(path));
}

export function useRoute(): Route {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const read = () => setPath(location.pathname);
    window.addEventListener('popstate', read);
    window.addEventListener(moved, read);
    return () => {
      window.removeEventListener('popstate', read);
      window.removeEventListener(moved, read);
    };
  }, []);
  return routeOf(path);
}

/** A real link, opened without loading the page anew; a click with a modifier key keeps the browser's meaning. */
export function To(props: { readonly route: Route; readonly className?: string; readonly children: ReactNode }) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(props.route);
  };
  return (
    <a href={pathTo(props.route)} className={props.className} onClick={open}>
      {props.children}
    </a>
  );
}
