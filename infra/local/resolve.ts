import * as z from 'zod';

/** One resource of a template. */
export const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
});
export type Resource = z.infer<typeof Resource>;

export const Template = z.object({
  Resources: z.record(z.string(), Resource).default({}),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
});
export type Template = z.infer<typeof Template>;

/** What stands on this machine for what AWS would give. */
export interface LocalValues {
  /** Region that the templates name. */
  readonly region: string;
  readonly tableName: string;
  /** Who issues tokens, and for whom. */
  readonly issuer: string;
  readonly audience: string;
  /** Stands for every secret. */
  readonly secret: string;
}

const account = '000000000000';

/** The address of something that is only on this machine. */
function arn({ region }: LocalValues, service: string, what: string): string {
  return `arn:aws:${service}:${region}:${account}:${what}`;
}

/** What `Ref` gives of a resource, where it is not its id; and what `Fn::GetAtt` gives, by attribute. */
function attributesOf(
  type: string,
  id: string,
  values: LocalValues,
): { readonly ref: string } & Readonly<Record<string, string>> {
  const table = arn(values, 'dynamodb', `table/${values.tableName}`);
  switch (type) {
    case 'AWS::DynamoDB::GlobalTable':
      return { ref: values.tableName, Arn: table, StreamArn: `${table}/stream/local` };
    case 'AWS::Lambda::Function':
      return { ref: id, Arn: arn(values, 'lambda', `function:${id}`) };
    case 'AWS::SecretsManager::Secret':
      return { ref: arn(values, 'secretsmanager', `secret:${id}`) };
    case 'AWS::Cognito::UserPool':
      return { ref: id, ProviderURL: values.issuer, ProviderName: values.issuer };
    case 'AWS::Cognito::UserPoolClient':
      return { ref: values.audience };
    case 'AWS::SQS::Queue':
      return { ref: id, Arn: arn(values, 'sqs', id), QueueName: id };
    default:
      return { ref: id, Arn: arn(values, type.split('::')[1]?.toLowerCase() ?? 'aws', id) };
  }
}

/** Makes plain values of what a template says, across the stacks of one app. */
export class Resolver {
  readonly #templates: readonly Template[];
  readonly #values: LocalValues;

  constructor(templates: readonly Template[], values: LocalValues) {
    this.#templates = templates;
    this.#values = values;
  }

  /** @throws RangeError naming a function of CloudFormation, or a name, that is not known here */
  resolve(value: unknown, within: Template): unknown {
    if (typeof value === 'string') return withSecret(value, this.#values.secret);
    if (Array.isArray(value)) return value.map((one) => this.resolve(one, within));
    if (typeof value !== 'object' || value === null) return value;
    const [first, ...more] = Object.entries(value);
    if (first && more.length === 0 && (first[0] === 'Ref' || first[0].startsWith('Fn::')))
      return this.#called(first[0], first[1], within);
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, this.resolve(one, within)]));
  }

  #called(name: string, given: unknown, within: Template): unknown {
    switch (name) {
      case 'Ref':
        return this.#attribute(String(given), 'ref', within);
      case 'Fn::GetAtt': {
        const [id = '', attribute = ''] = Array.isArray(given) ? given : String(given).split('.');
        return this.#attribute(id, attribute, within);
      }
      case 'Fn::Join': {
        const [by, parts] = Joined.parse(this.resolve(given, within));
        return withSecret(parts.join(by), this.#values.secret);
      }
      case 'Fn::Sub':
        return this.#substituted(typeof given === 'string' ? [given, {}] : Substituted.parse(given), within);
      case 'Fn::ImportValue':
        return this.#exported(String(this.resolve(given, within)));
      default:
        throw new RangeError(`The local run knows no ${name}: teach it in infra/local/resolve.ts.`);
    }
  }

  #substituted([text, names]: z.infer<typeof Substituted>, within: Template): string {
    const filled = text.replaceAll(/\$\{([^!}][^}]*)\}/g, (_, name: string) => {
      if (name in names) return String(this.resolve(names[name], within));
      const [id = '', attribute = 'ref'] = name.split('.');
      return this.#attribute(id, attribute, within);
    });
    return withSecret(filled, this.#values.secret);
  }

  #exported(name: string): unknown {
    for (const template of this.#templates)
      for (const { Value, Export } of Object.values(template.Outputs))
        if (Export && this.resolve(Export.Name, template) === name) return this.resolve(Value, template);
    throw new RangeError(`No stack exports ${name}.`);
  }

  #attribute(id: string, attribute: string, within: Template): string {
    const resource = within.Resources[id];
    if (resource) {
      const found = attributesOf(resource.Type, id, this.#values)[attribute];
      if (found !== undefined) return found;
      throw new RangeError(`The local run knows no ${attribute} of ${resource.Type}.`);
    }
    const parameter = within.Parameters[id];
    if (parameter) return String(parameter.Default ?? '');
    const pseudo = pseudoParameters(this.#values)[id];
    if (pseudo !== undefined) return pseudo;
    throw new RangeError(`The template names ${id} and does not have it.`);
  }
}

const Joined = z.tuple([z.string(), z.array(z.coerce.string())]);
const Substituted = z.tuple([z.string(), z.record(z.string(), z.unknown())]);

function pseudoParameters({ region }: LocalValues): Readonly<Record<string, string>> {
  return {
    'AWS::Region': region,
    'AWS::AccountId': account,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': 'local',
    'AWS::StackId': 'local',
    'AWS::NoValue': '',
  };
}

/** Puts the local secret where CloudFormation would put one from the secrets manager. */
function withSecret(text: string, secret: string): string {
  return text.replaceAll(/\{\{resolve:secretsmanager:[^}]*\}\}/g, () => secret);
}
