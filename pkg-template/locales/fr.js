export default {
  language: "fr",
  separator: ", ",
  messages: {
    wrong_type: "Valeur attendue : {expected#} ; valeur reçue : {actual#}.",
    missing_required: "Ce champ est obligatoire.",
    unknown_field: "Le champ « {member} » n’existe pas. Les champs possibles sont : {known}.",
    too_short:
      "Doit comporter au moins {min} {min?one=caractère|many=de caractères|other=caractères}, mais en comporte {actual#}.",
    too_long:
      "Doit comporter au plus {max} {max?one=caractère|many=de caractères|other=caractères}, mais en comporte {actual#}.",
    too_few: "Doit comporter au moins {min} {min?one=entrée|many=d’entrées|other=entrées}, mais en comporte {actual#}.",
    too_many: "Doit comporter au plus {max} {max?one=entrée|many=d’entrées|other=entrées}, mais en comporte {actual#}.",
    pattern_mismatch: "Valeur attendue : {expected#}.",
    invalid_unicode:
      "Contient la moitié d’une paire de substitution (surrogate), qui ne peut pas être envoyée. Saisissez ou collez de nouveau le texte.",
    invalid_identifier: "Valeur attendue : {expected#}.",
    not_multi_region_key:
      "Cette clé est limitée à une seule région et ne peut pas être répliquée. Valeur attendue : {expected#}.",
    duplicate: "Figure déjà dans l’entrée {first+}. Chaque valeur ne peut être indiquée qu’une seule fois.",
    reserved_prefix: "Valeur attendue : {expected#}. Ce préfixe est réservé à AWS.",
    same_region: "La ressource principale se trouve elle-même dans {region}. Choisissez une autre région pour le réplica.",
    same_resource: "Il s’agit de la source elle-même ({id}). Choisissez un autre système de fichiers.",
    partition_mismatch:
      "Appartient à la partition {partition} alors que {expected} est requise : rien n’est répliqué d’une partition à l’autre.",
    region_mismatch: "Se trouve dans {region} au lieu de {expected}.",
    account_mismatch: "Appartient au compte {account} au lieu du compte {expected}.",
    mixed_encryption:
      "Indiquez une clé gérée par le client pour chaque région ou pour aucune. Régions sans clé : {without}.",
    invalid_policy: "{problem#} ({at@}).",
    policy_lockout:
      "{problem#} : la politique ne pourrait plus être modifiée. Autorisez cette action ou contournez le contrôle de sécurité en connaissance de cause.",
    quota_exceeded: "Occupe {actual} octets en UTF-8 ; le quota est de {max} octets et ne peut pas être augmenté.",
    invalid_json: "Le texte n’est pas au format JSON : voir ligne {line@}, colonne {column@}.",
    house_rule: "{kind#}",
    service_refused: "Refusé par le service : {problem#}.",
    another_operation: "Il s’agit d’une demande {operation} et non {expected}.",
    unknown_region: "{region} ne figure dans aucune liste de régions publiée. Vérifiez l’orthographe.",
    default_key_name:
      "« DefaultKey » est le nom sous lequel le service affiche sa propre clé. Pour utiliser celle-ci, laissez ce champ vide.",
    lockout_check_bypassed:
      "Sans le contrôle de sécurité, une erreur dans la politique peut rendre la clé impossible à gérer pour tout le monde.",
    overwrites_secret: "Tout secret du même nom présent dans une région de réplica sera remplacé.",
    replica_key_region:
      "La clé se trouve dans {region} et le réplica dans {expected} : l’appel réussira, mais la réplication échouera ensuite.",
    overwrites_file_system:
      "Tout ce que ce système de fichiers contient et que sa source ne contient pas sera supprimé. Sa protection contre l’écrasement doit être désactivée.",
    ambiguous_length:
      "Compte {actual} caractères si ceux au-delà de U+FFFF comptent double ; le maximum est de {max}, au cas où le service compterait ainsi.",
    call_region: "L’appel est adressé à {region}, mais devrait l’être à {expected}.",
    control_characters: "Contient des caractères de contrôle (U+007F à U+009F), qui ne sont pas imprimables.",
    confidential_text:
      "Semble contenir des informations confidentielles. Ce texte apparaît dans les journaux et est visible par toute personne autorisée à décrire la clé.",
    tag_characters: "Certains services refusent cette balise. Caractères acceptés partout : {expected#}.",
    reserved_tag_value: "Valeur recommandée : {expected#}. Ce préfixe est réservé à AWS et pourrait être refusé.",
    reserved_tag_key: "Valeur recommandée : {expected#}. Ce préfixe est réservé à AWS et pourrait être refusé.",
    policy_principal:
      "Un principal qui n’est pas une liste ne peut être que « * » ; indiquez les autres par leur type, par exemple \"AWS\" ({at@}).",
    possible_lockout:
      "Vous ne pourrez modifier à nouveau cette politique que tant que ses conditions seront remplies pour vous.",
    ineffective_statement: "Une instruction sans {element} est acceptée, mais reste sans effet ({at@}).",
    policy_element:
      "{element} est absent ou inconnu, ou a une valeur que le langage des politiques ne prévoit pas ({at@}).",
    policy_resource:
      "Dans une politique de clé, l’élément Resource vaut « * », ce qui désigne cette clé ({at@}).",
    public_policy: "Accorde cette autorisation à tous, quel que soit le compte, sans condition ({at@}).",
    bypass_without_policy:
      "Inutile si vous n’indiquez pas votre propre politique : la politique par défaut satisfait toujours au contrôle.",
    partial_arn:
      "Il manque le trait d’union et les six caractères qui terminent l’ARN d’un secret. Indiquez l’ARN complet : avec un ARN partiel, le secret risque de ne pas être trouvé.",
    name_like_arn:
      "Se termine comme un ARN. Si le trait d’union et les six caractères proviennent de l’ARN, supprimez-les : sinon, aucun secret ne sera trouvé.",
    impossible_name: "Aucun nom de secret ne dépasse {max} caractères.",
    key_name_form:
      "Ce n’est pas le nom d’une clé : l’appel réussira, mais la réplication échouera ensuite. Valeur attendue : {expected#}.",
    key_of_replica_region:
      "Cette clé est recherchée dans {region} : si elle n’y existe pas, la réplication échouera après l’appel.",
    replica_key_partition:
      "La clé appartient à la partition {partition} et le réplica à {expected} : l’appel réussira, mais la réplication échouera ensuite.",
    incomplete_arn:
      "Il manque à cet ARN une région ou un compte à douze chiffres : il ne désigne aucun système de fichiers.",
    zone_form:
      "Valeur attendue : {expected#}. Les ID de zone, les Local Zones et les Wavelength Zones ne conviennent pas aux systèmes de fichiers.",
    key_of_existing: "Un système de fichiers existant conserve sa propre clé : celle-ci reste sans effet.",
    zone_of_existing:
      "Un système de fichiers existant reste où il est : indiquez la zone ou le système de fichiers, mais pas les deux.",
    empty_destination:
      "N’indique ni région, ni zone, ni système de fichiers : on ne sait pas où doit se trouver le réplica.",
    role_without_file_system:
      "Un rôle sert pour une destination située dans un autre compte, laquelle doit être un système de fichiers existant.",
    role_may_be_required: "Obligatoire si la destination appartient à un autre compte que la source.",
    weak_token:
      "Vide ou trop facile à répéter : une autre demande portant ce jeton serait confondue avec celle-ci. Ne l’indiquez pas, et un jeton aléatoire sera utilisé.",
    key_arn_expected: "Valeur attendue selon la documentation : {expected#}.",
    service_not_in_region: "Incident Manager n’était pas proposé dans {region} au moment de la rédaction.",
    unexpected_response: "Diffère de la documentation : {problem#}{expected#}.",
    repeated_member: "Figure plusieurs fois dans cet objet ; seule la dernière valeur compte.",
    not_carried: "{form#} ne restitue pas cette valeur : {reason#}.",
    form_requirement: "{form#} : {requirement#}.",
    invalid_context: "L’option {option} {problem#}. Elle a été ignorée.",
  },
  phrases: {
    array: "une liste",
    boolean: "une valeur booléenne (true ou false)",
    null: "null",
    number: "un nombre",
    object: "un objet",
    other: "une valeur impossible à représenter en JSON",
    string: "une chaîne de caractères",
    fewer: "moins",
    more: "davantage",
    place: "ligne {line@}, colonne {column@}",
    place_below: "{pointer}, ligne {line@}, colonne {column@}",
    region_code: "un code de région tel que us-east-1",
    efs_region:
      "un code de région tel que us-east-1 (le modèle documenté par EFS admet deux lettres, puis des mots et un chiffre au plus)",
    zone_name: "le nom d’une zone de disponibilité, tel que us-east-1a, sur une seule ligne",
    policy_text:
      "un texte composé de tabulations, de sauts de ligne et des caractères U+0020 à U+00FF ; écrivez les autres sous forme d’échappements JSON, par exemple \\u20ac",
    file_system:
      "l’ID d’un système de fichiers (fs- suivi de 8 à 40 chiffres hexadécimaux) ou son ARN",
    efs_key:
      "un ID de clé KMS, un ARN de clé, un alias tel que alias/efs ou un ARN d’alias ; chiffres hexadécimaux en minuscules",
    role_arn: "l’ARN d’un rôle IAM, par exemple arn:aws:iam::111122223333:role/replication",
    tag_key:
      "un texte composé de lettres de A à Z (majuscules ou minuscules), de chiffres, d’espaces et de _ = @ : . + - , / et ne commençant pas par « aws: »",
    tag_value:
      "un texte composé de lettres de A à Z (majuscules ou minuscules), de chiffres, d’espaces et de _ = @ : . + - , /",
    multi_region_key: "l’ID (mrk- suivi de 32 chiffres hexadécimaux) ou l’ARN d’une clé multi-région",
    key_not_alias: "un ID de clé ou un ARN de clé, car cette demande n’accepte pas d’alias",
    secret_name: "le nom d’un secret, composé de lettres de A à Z, de chiffres et de / _ + = . @ - !",
    secret_arn:
      "l’ARN d’un secret, par exemple arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3",
    kms_arn:
      "l’ARN d’une clé KMS, par exemple arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    destination_arn: "l’ARN du système de fichiers, car celui-ci appartient à un autre compte",
    own_prefix: "un texte qui ne commence pas par « aws: », en majuscules ou en minuscules",
    rule_name:
      "un nom sur une seule ligne comportant au moins un caractère autre que a à z, 0 à 9 et _, afin de ne pas être un code",
    severity_name: "« error » ou « warning »",
    account: "un compte : douze chiffres",
    web_page: "l’adresse d’une page, par exemple https://wiki.example.com/policy",
    no_pattern: "Ce n’est pas un modèle évaluable en temps linéaire : {value}.",
    replicaRegions: "Les règles internes n’autorisent les réplicas que dans {expected}.",
    regionPairs:
      "Les règles internes n’autorisent pas cette combinaison de région principale et de région de réplica : {actual}. Depuis cette région principale, elles autorisent : {expected#}.",
    no_region: "aucune région",
    requiredTags: "Les règles internes exigent une balise pour chacune de ces clés : {expected}.",
    tagKeys: "Les règles internes n’autorisent que les clés de balise conformes au modèle {expected}",
    tagValues: "Les règles internes n’autorisent ici que les valeurs de balise conformes au modèle {expected}",
    customerKeys: "Les règles internes exigent {expected#}.",
    customer_key: "une clé gérée par le client",
    keyAccounts: "Les règles internes n’autorisent que les clés de ces comptes : {expected}.",
    no_secrets: "un texte sans information confidentielle",
    portable_tag: "lettres, chiffres, espaces et _ . : / = + - @",
    key_name: "un ARN de clé, un ID de clé, un alias tel que alias/orders ou un ARN d’alias",
    zone_of_region: "le nom d’une zone de disponibilité, tel que us-east-1a",
    token: "un jeton comportant assez de caractères aléatoires",
    lockout_of_everybody: "Aucune instruction de la politique n’autorise qui que ce soit à effectuer kms:PutKeyPolicy",
    lockout_of_caller: "La politique ne vous autorise pas à effectuer kms:PutKeyPolicy",
    option_region: "doit être un code de région tel que us-east-1",
    option_account: "doit être un ID de compte : douze chiffres",
    option_caller: "doit être l’ARN d’un utilisateur ou d’un rôle",
    option_rules: "doit être un objet contenant des ID de règles",
    option_override: "doit être « off », « warning » ou « error »",
    option_rule: "n’est ni un code ni l’ID d’une règle",
    option_house: "doit être le résultat de loadHouseRules",
    option_text: "doit être un texte",
    option_unknown: "est inconnue",
    options_object: "n’est pas un objet simple",
    policy_not_json: "La politique n’est pas au format JSON",
    policy_not_object: "La politique doit être un objet JSON",
    policy_no_statement: "La politique doit avoir un élément Statement contenant au moins une instruction",
    statement_not_object: "Chaque instruction doit être un objet",
    suggest_replace: "Utiliser {value}",
    suggest_remove: "Supprimer",
    suggest_rename: "Renommer en {value}",
    value_refused: "cette valeur n’est pas acceptée",
    pattern_of_the_service: "les caractères ou la forme ne sont pas acceptés",
    one_of_several_rules: "l’une des entrées est trop courte, trop longue ou contient des caractères non acceptés",
    duplicate_tag_keys: "une clé de balise y figure plusieurs fois",
    tag_characters: "une balise contient des caractères non acceptés",
    no_permission_to_tag: "l’appelant n’est pas autorisé à baliser des clés",
    no_permission_in_region: "l’appelant n’est pas autorisé à créer des clés dans cette région",
    no_permission_for_key: "l’appelant n’est pas autorisé à répliquer cette clé",
    key_of_another_region: "la clé se trouve dans une autre région",
    no_such_key: "cette clé n’existe pas dans la région de l’appel",
    no_primary_key: "il ne s’agit pas d’une clé principale multi-région",
    state_of_the_key: "l’état de la clé ne le permet pas",
    unknown_principals: "des utilisateurs, rôles ou comptes désignés sont introuvables",
    region_of_the_primary: "l’une des régions est la région principale ou ne peut pas accueillir de réplica",
    no_primary_secret: "il s’agit d’un réplica dans la région de l’appel",
    no_such_secret: "ce secret n’existe pas dans la région de l’appel",
    secret_to_be_deleted: "la suppression du secret est planifiée",
    secret_in_region: "la région du réplica contient déjà un secret de ce nom",
    key_refused:
      "une clé est inutilisable, car elle n’existe pas, est désactivée ou l’appelant n’est pas autorisé à l’utiliser",
    overwrite_protection: "sa protection contre l’écrasement par réplication l’interdit",
    response_type: "la valeur devrait être ",
    response_missing: "ce champ est absent",
    response_extra: "ce champ n’existe pas",
    response_value: "les valeurs connues sont ",
    timestamp: "une date et heure",
    integer: "un nombre entier",
    aws_cli: "L’AWS CLI",
    aws_sdk_v3: "Le kit AWS SDK pour JavaScript",
    command_prompt: "L’invite de commandes Windows",
    dropped_by_client: "les champs inconnus sont omis sans avertissement",
    refused_by_client: "l’appel est refusé avant l’envoi",
    long_argument:
      "un argument ne peut pas dépasser 131 071 octets ; dans le texte, l’entrée se trouve donc dans un fichier temporaire, ce qui n’est pas le cas dans la liste des arguments",
    input_file:
      "une commande de cette longueur n’est pas acceptée ; enregistrez l’entrée au format JSON dans un fichier et n’indiquez que celui-ci : --cli-input-json file://input.json",
    no_resource: "aucune ressource n’existe pour cette demande",
    no_place: "la ressource ne prévoit rien pour cela",
    other_type: "la valeur n’est pas du type documenté",
    one_value_a_key: "une clé n’a qu’une valeur et celle-ci figure déjà dans une entrée précédente",
    region_of_the_set: "la configuration doit être appliquée dans l’une de ces régions",
    region_of_the_stack: "la pile doit être créée dans cette région",
    region_of_the_provider:
      "la clé est recherchée dans la région du fournisseur, qui doit être la région principale",
    parameter_of_the_stack: "la région principale est un paramètre de la pile",
    parameter_primary_region: "La région de la clé principale",
    assert_region: "Le réplica est destiné à {value}",
    default_policy:
      "une politique est requise ; celle que KMS attache par défaut est donc écrite en entier",
    existing_secret:
      "le secret existe ; reportez sa description, ses balises et ses autres réplicas dans la ressource, faute de quoi l’application de celle-ci les supprimera",
    arn_to_import: "le secret existe et seul son ARN complet indique comment l’importer",
    existing_resource:
      "cette ressource existe ; importez-la d’abord avec le modèle d’importation, puis mettez à jour la pile avec celui-ci : l’importation ne modifie rien",
    file_system_of_the_account:
      "la ressource n’accepte que l’ID d’un système de fichiers qui appartient au compte du fournisseur",
    region_or_zone: "la ressource a besoin de la région ou de la zone de la destination",
    ignored_tags: "le fournisseur omet les balises dont la clé commence par « aws: »",
    secret_name_of_resource: "le nom peut comporter jusqu’à 512 lettres, chiffres et / _ + = . @ -",
    longest_name_of_resource: "le nom peut comporter jusqu’à 512 caractères",
    key_of_resource: "le type n’accepte qu’un ARN de clé, un ID de clé, un alias ou un ARN d’alias",
    tag_key_of_resource:
      "le type n’accepte dans une clé de balise que les lettres de A à Z, les chiffres et + , - . / : ; < = _",
    tag_value_of_resource: "le type n’accepte pas de valeur de balise vide",
    dynamic_reference: "ce qui se trouve entre {{resolve: et }} est remplacé par une valeur provenant d’ailleurs",
    normalized_text: "les chaînes sont converties en forme NFC d’Unicode, ce qui peut modifier celle-ci",
    statement_no_principal: "Chaque instruction doit désigner au moins un principal",
  },
};
