import { PostForm } from "~/ui/post-form";
import type { AccountCard, AccountGroup } from "./demonstration-accounts.server";

type AccountListProps = {
  groups: AccountGroup[];
  /** Where to go after signing in. */
  next: string;
};

/** The demonstration's accounts, one click each. */
/** The demonstration's accounts, one click each. */
export function DemonstrationAccountList({ groups, next }: AccountListProps) {
  return groups.map(({ title, words, sets }) => (
    <section key={title} className="app-choice-group">
      <h3 className="govuk-heading-s app-choice-group__title">{title}</h3>
      <p className="govuk-hint app-choice-group__hint">{words}</p>
      {sets.map(({ of, accounts }) => (
        <ul key={of} className="app-choices" aria-label={of || undefined}>
          {accounts.map((account) => (
            <li key={account.email} className="app-choices__item">
              <PostForm action="/sign-in/demonstration" reloadDocument className="app-choices__form">
                <input type="hidden" name="email" value={account.email} />
                <input type="hidden" name="next" value={next} />
                <AccountButton {...account} />
              </PostForm>
            </li>
          ))}
        </ul>
      ))}
    </section>
  ));
}

const AccountButton = ({ name, place, words }: AccountCard) => (
  <button type="submit" className="app-choice">
    <span className="app-choice__name">
      <span className="govuk-visually-hidden">Sign in as </span>
      {name}
    </span>{" "}
    <span className="app-choice__detail">{place}</span> <span className="app-choice__words">{words}</span>
  </button>
);
