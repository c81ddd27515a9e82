import { Heading } from '../components/heading.tsx';
import { words } from '../locales/index.ts';

export function NotFound() {
  const { notFound, app } = words();
  return (
    <>
      <Heading title={notFound.heading} />
      <p>{notFound.text}</p>
      <p><a class="button" href="/">{app.backHome}</a></p>
    </>
  );
}
