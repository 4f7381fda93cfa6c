export default {
  language: "pl",
  separator: ", ",
  messages: {
    wrong_type: "Wymagany typ: {expected#}; podano: {actual#}.",
    missing_required: "To pole jest wymagane.",
    unknown_field: "Nie ma pola „{member}”. Dostępne pola: {known}.",
    too_short:
      "Musi mieć co najmniej {min} {min?one=znak|few=znaki|many=znaków|other=znaku}; obecnie: {actual#}.",
    too_long:
      "Może mieć co najwyżej {max} {max?one=znak|few=znaki|many=znaków|other=znaku}; obecnie: {actual#}.",
    too_few:
      "Musi mieć co najmniej {min} {min?one=wpis|few=wpisy|many=wpisów|other=wpisu}; obecnie: {actual#}.",
    too_many:
      "Może mieć co najwyżej {max} {max?one=wpis|few=wpisy|many=wpisów|other=wpisu}; obecnie: {actual#}.",
    pattern_mismatch: "Wymagana wartość: {expected#}.",
    invalid_unicode:
      "Zawiera połowę pary zastępczej (surrogate), której nie można wysłać. Wpisz lub wklej tekst ponownie.",
    invalid_identifier: "Wymagana wartość: {expected#}.",
    not_multi_region_key:
      "To klucz jednego regionu, którego nie można zreplikować. Wymagana wartość: {expected#}.",
    duplicate: "Występuje już we wpisie {first+}. Każdą wartość można podać tylko raz.",
    reserved_prefix: "Wymagana wartość: {expected#}. Ten przedrostek jest zastrzeżony dla AWS.",
    same_region: "Zasób podstawowy znajduje się właśnie w regionie {region}. Wybierz inny region dla repliki.",
    same_resource: "To jest samo źródło ({id}). Wybierz inny system plików.",
    partition_mismatch:
      "Należy do partycji {partition}, a wymagana jest {expected}: między partycjami nic nie jest replikowane.",
    region_mismatch: "Znajduje się w regionie {region}, a musi znajdować się w regionie {expected}.",
    account_mismatch: "Należy do konta {account}, a musi należeć do konta {expected}.",
    mixed_encryption:
      "Podaj klucz zarządzany przez klienta dla każdego regionu albo dla żadnego. Regiony bez klucza: {without}.",
    invalid_policy: "{problem#} ({at@}).",
    policy_lockout:
      "{problem#}, więc polityki nie można by było ponownie zmienić. Zezwól na to działanie albo świadomie pomiń kontrolę bezpieczeństwa.",
    quota_exceeded:
      "Zajmuje {actual} B w UTF-8; limit wynosi {max} B i nie można go zwiększyć.",
    invalid_json: "Tekst nie jest poprawnym dokumentem JSON: zobacz wiersz {line@}, kolumna {column@}.",
    house_rule: "{kind#}",
    service_refused: "Usługa odmówiła: {problem#}.",
    another_operation: "To żądanie operacji {operation}, a nie {expected}.",
    unknown_region: "{region} nie występuje na żadnej opublikowanej liście regionów. Sprawdź pisownię.",
    default_key_name:
      "„DefaultKey” to nazwa, pod którą usługa pokazuje własny klucz. Aby go użyć, pozostaw to pole puste.",
    lockout_check_bypassed:
      "Bez kontroli bezpieczeństwa błąd w polityce może sprawić, że nikt nie będzie mógł zarządzać kluczem.",
    overwrites_secret: "Sekret o tej samej nazwie w regionie repliki zostanie nadpisany.",
    replica_key_region:
      "Klucz znajduje się w regionie {region}, a replika w regionie {expected}: wywołanie się powiedzie, ale replikacja później się nie uda.",
    overwrites_file_system:
      "Wszystko, co zawiera ten system plików, a czego nie ma w źródle, zostanie usunięte. Jego ochrona przed nadpisaniem musi być wyłączona.",
    ambiguous_length:
      "Liczba znaków, jeśli znaki powyżej U+FFFF liczyć podwójnie: {actual}; gdyby usługa tak liczyła, maksimum wynosi {max}.",
    call_region: "Wywołanie trafia do regionu {region}, a powinno trafić do regionu {expected}.",
    control_characters: "Zawiera znaki sterujące (od U+007F do U+009F), których nie można wydrukować.",
    confidential_text:
      "Wydaje się zawierać poufne informacje. Ten tekst pojawia się w dziennikach i jest widoczny dla każdego, kto może wyświetlić opis klucza.",
    tag_characters: "Nie każda usługa przyjmuje ten tag. Bezpieczne znaki: {expected#}.",
    reserved_tag_value:
      "Zalecana wartość: {expected#}. Ten przedrostek jest zastrzeżony dla AWS i może zostać odrzucony.",
    reserved_tag_key:
      "Zalecana wartość: {expected#}. Ten przedrostek jest zastrzeżony dla AWS i może zostać odrzucony.",
    policy_principal:
      "Podmiotem, który nie jest listą, może być tylko „*”; pozostałe podaj według typu, na przykład \"AWS\" ({at@}).",
    possible_lockout: "Tę politykę będzie można ponownie zmienić tylko tak długo, jak długo spełniane są jej warunki.",
    ineffective_statement: "Instrukcja bez elementu {element} jest przyjmowana, ale nie ma żadnego skutku ({at@}).",
    policy_element:
      "Element {element} nie występuje w tym miejscu, jest nieznany albo ma wartość, której nie przewiduje język polityk ({at@}).",
    policy_resource: "W polityce klucza element Resource ma wartość „*”, która oznacza ten klucz ({at@}).",
    public_policy: "Zezwala na to każdemu, z dowolnego konta, bez żadnych warunków ({at@}).",
    bypass_without_policy:
      "Nie ma znaczenia bez własnej polityki: polityka domyślna zawsze przechodzi kontrolę bezpieczeństwa.",
    partial_arn:
      "Brakuje łącznika i sześciu znaków kończących ARN sekretu. Podaj pełny ARN: na podstawie niepełnego sekret może nie zostać znaleziony.",
    name_like_arn:
      "Kończy się jak ARN. Jeśli łącznik i sześć znaków skopiowano z ARN, usuń je: w przeciwnym razie nie zostanie znaleziony żaden sekret.",
    impossible_name: "Nazwa sekretu nigdy nie jest dłuższa niż {max} {max?one=znak|few=znaki|many=znaków|other=znaku}.",
    key_name_form:
      "To nie jest nazwa klucza: wywołanie się powiedzie, ale replikacja później się nie uda. Wymagana wartość: {expected#}.",
    key_of_replica_region:
      "Klucz jest wyszukiwany w regionie {region}: jeśli go tam nie ma, replikacja nie uda się po wywołaniu.",
    replica_key_partition:
      "Klucz należy do partycji {partition}, a replika do partycji {expected}: wywołanie się powiedzie, ale replikacja później się nie uda.",
    incomplete_arn:
      "W tym ARN brakuje regionu albo dwunastocyfrowego konta: nie wskazuje on żadnego systemu plików.",
    zone_form:
      "Wymagana wartość: {expected#}. Identyfikatory stref, Local Zones i Wavelength Zones nie nadają się do systemów plików.",
    key_of_existing: "Istniejący system plików zachowuje własny klucz: ten nie ma żadnego skutku.",
    zone_of_existing:
      "Istniejący system plików pozostaje tam, gdzie jest: podaj strefę albo system plików, nie oba naraz.",
    empty_destination:
      "Nie wskazuje regionu, strefy ani systemu plików, więc nie wiadomo, gdzie ma powstać replika.",
    role_without_file_system:
      "Rola jest przeznaczona dla miejsca docelowego na innym koncie, a musi nim być istniejący system plików.",
    role_may_be_required: "Jest wymagane, jeśli miejsce docelowe należy do innego konta niż źródło.",
    weak_token:
      "Jest pusty lub łatwo go powtórzyć: inne żądanie z tym tokenem zostałoby uznane za to żądanie. Pomiń go, aby użyć losowego.",
    key_arn_expected: "Wartość oczekiwana według dokumentacji: {expected#}.",
    service_not_in_region: "Usługa Incident Manager nie była dostępna w regionie {region}, gdy to pisano.",
    unexpected_response: "Niezgodność z dokumentacją ({problem#}{expected#}).",
    repeated_member: "Występuje w tym obiekcie więcej niż raz; liczy się ostatnie wystąpienie.",
    not_carried: "{form#}: ta wartość nie jest przenoszona, ponieważ {reason#}.",
    form_requirement: "{form#}: {requirement#}.",
    invalid_context: "Opcja {option}: {problem#}. Została pominięta.",
  },
  phrases: {
    array: "lista",
    boolean: "wartość logiczna (true lub false)",
    null: "null",
    number: "liczba",
    object: "obiekt",
    other: "coś, czego nie można zapisać w JSON",
    string: "ciąg znaków",
    fewer: "mniej",
    more: "więcej",
    place: "wiersz {line@}, kolumna {column@}",
    place_below: "{pointer}, wiersz {line@}, kolumna {column@}",
    region_code: "kod regionu, na przykład us-east-1",
    efs_region:
      "kod regionu, na przykład us-east-1 (wzorzec udokumentowany przez EFS dopuszcza dwie litery, potem słowa i najwyżej jedną cyfrę)",
    zone_name: "nazwa strefy dostępności, na przykład us-east-1a, w jednym wierszu",
    policy_text:
      "tekst złożony z tabulatorów, znaków końca wiersza i znaków od U+0020 do U+00FF; pozostałe zapisz jako sekwencje JSON, na przykład \\u20ac",
    file_system: "identyfikator systemu plików (fs- i od 8 do 40 cyfr szesnastkowych) lub jego ARN",
    efs_key:
      "identyfikator klucza KMS, ARN klucza, alias, na przykład alias/efs, lub ARN aliasu; cyfry szesnastkowe małymi literami",
    role_arn: "ARN roli IAM, na przykład arn:aws:iam::111122223333:role/replication",
    tag_key:
      "tekst złożony z wielkich i małych liter od A do Z, cyfr, spacji i znaków _ = @ : . + - , / nierozpoczynający się od „aws:”",
    tag_value: "tekst złożony z wielkich i małych liter od A do Z, cyfr, spacji i znaków _ = @ : . + - , /",
    multi_region_key: "identyfikator (mrk- i 32 cyfry szesnastkowe) lub ARN klucza wieloregionowego",
    key_not_alias: "identyfikator klucza lub ARN klucza, ponieważ to żądanie nie przyjmuje aliasu",
    secret_name: "nazwa sekretu złożona z liter od A do Z, cyfr i znaków / _ + = . @ - !",
    secret_arn: "ARN sekretu, na przykład arn:aws:secretsmanager:us-east-1:111122223333:secret:MySecret-a1b2c3",
    kms_arn:
      "ARN klucza KMS, na przykład arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    destination_arn: "ARN systemu plików, ponieważ należy on do innego konta",
    own_prefix: "tekst nierozpoczynający się od „aws:” bez względu na wielkość liter",
    rule_name:
      "nazwa w jednym wierszu z co najmniej jednym znakiem innym niż a do z, 0 do 9 i _, aby nie była kodem",
    severity_name: "„error” lub „warning”",
    account: "konto: dwanaście cyfr",
    web_page: "adres strony, na przykład https://wiki.example.com/policy",
    no_pattern: "To nie jest wzorzec, który można sprawdzić w czasie liniowym: {value}.",
    replicaRegions: "Reguły wewnętrzne zezwalają na repliki tylko w regionach: {expected}.",
    regionPairs:
      "Reguły wewnętrzne nie zezwalają na takie połączenie regionu podstawowego i regionu repliki: {actual}. Z tego regionu podstawowego dozwolone: {expected#}.",
    no_region: "żaden region",
    requiredTags: "Reguły wewnętrzne wymagają tagu z każdym z tych kluczy: {expected}.",
    tagKeys: "Reguły wewnętrzne zezwalają tylko na klucze tagów pasujące do {expected}",
    tagValues: "Reguły wewnętrzne zezwalają tutaj tylko na wartości tagów pasujące do {expected}",
    customerKeys: "Reguły wewnętrzne wymagają: {expected#}.",
    customer_key: "klucz zarządzany przez klienta",
    keyAccounts: "Reguły wewnętrzne zezwalają tylko na klucze z tych kont: {expected}.",
    no_secrets: "tekst bez poufnych informacji",
    portable_tag: "litery, cyfry, spacje i _ . : / = + - @",
    key_name: "ARN klucza, identyfikator klucza, alias, na przykład alias/orders, lub ARN aliasu",
    zone_of_region: "nazwa strefy dostępności, na przykład us-east-1a",
    token: "token z wystarczającą liczbą losowych znaków",
    lockout_of_everybody: "Żadna instrukcja tej polityki nie zezwala nikomu na kms:PutKeyPolicy",
    lockout_of_caller: "Ta polityka nie zezwala wywołującemu na kms:PutKeyPolicy",
    option_region: "wymagany jest kod regionu, na przykład us-east-1",
    option_account: "wymagany jest identyfikator konta: dwanaście cyfr",
    option_caller: "wymagany jest ARN użytkownika lub roli",
    option_rules: "wymagany jest obiekt z identyfikatorami reguł",
    option_override: "wymagana jest wartość „off”, „warning” lub „error”",
    option_rule: "to nie jest ani kod, ani identyfikator reguły",
    option_house: "wymagana jest wartość zwrócona przez loadHouseRules",
    option_text: "wymagany jest tekst",
    option_unknown: "taka opcja nie istnieje",
    options_object: "to nie jest zwykły obiekt",
    policy_not_json: "Polityka nie jest poprawnym dokumentem JSON",
    policy_not_object: "Polityka musi być obiektem JSON",
    policy_no_statement: "Polityka musi mieć element Statement z co najmniej jedną instrukcją",
    statement_not_object: "Każda instrukcja musi być obiektem",
    suggest_replace: "Użyj {value}",
    suggest_remove: "Usuń",
    suggest_rename: "Zmień nazwę na {value}",
    value_refused: "ta wartość nie jest przyjmowana",
    pattern_of_the_service: "znaki lub forma nie są przyjmowane",
    one_of_several_rules: "jeden z wpisów jest za krótki lub za długi albo zawiera niedozwolone znaki",
    duplicate_tag_keys: "klucz tagu występuje więcej niż raz",
    tag_characters: "tag zawiera niedozwolone znaki",
    no_permission_to_tag: "wywołujący nie może dodawać tagów do kluczy",
    no_permission_in_region: "wywołujący nie może tworzyć kluczy w tym regionie",
    no_permission_for_key: "wywołujący nie może replikować tego klucza",
    key_of_another_region: "klucz znajduje się w innym regionie",
    no_such_key: "w regionie wywołania nie ma takiego klucza",
    no_primary_key: "to nie jest podstawowy klucz wieloregionowy",
    state_of_the_key: "nie pozwala na to stan klucza",
    unknown_principals: "wymieniono użytkowników, role lub konta, których nie można znaleźć",
    region_of_the_primary: "jeden z regionów jest regionem podstawowym lub nie może mieć repliki",
    no_primary_secret: "w regionie wywołania jest to replika",
    no_such_secret: "w regionie wywołania nie ma takiego sekretu",
    secret_to_be_deleted: "zaplanowano usunięcie sekretu",
    secret_in_region: "w regionie repliki istnieje już sekret o tej nazwie",
    key_refused: "nie można użyć klucza, ponieważ nie istnieje, jest wyłączony albo wywołujący nie może go używać",
    overwrite_protection: "zabrania tego ochrona przed nadpisaniem przez replikację",
    response_type: "oczekiwany typ: ",
    response_missing: "brakuje tego pola",
    response_extra: "takie pole nie istnieje",
    response_value: "znane wartości: ",
    timestamp: "data i godzina",
    integer: "liczba całkowita",
    aws_cli: "AWS CLI",
    aws_sdk_v3: "AWS SDK dla JavaScript",
    command_prompt: "Wiersz polecenia systemu Windows",
    dropped_by_client: "nieznane pola są pomijane bez ostrzeżenia",
    refused_by_client: "wywołanie zostaje odrzucone przed wysłaniem",
    long_argument:
      "argument nie może mieć więcej niż 131 071 bajtów; dlatego w tekście dane wejściowe są w pliku tymczasowym, a na liście argumentów nie",
    input_file:
      "polecenie tej długości nie jest przyjmowane; zapisz dane wejściowe jako JSON w pliku i podaj tylko ten plik: --cli-input-json file://input.json",
    no_resource: "nie ma zasobu dla tego żądania",
    no_place: "zasób tego nie przewiduje",
    other_type: "wartość nie jest udokumentowanego typu",
    one_value_a_key: "klucz ma jedną wartość, a ten występuje już we wcześniejszym wpisie",
    region_of_the_set: "konfigurację należy zastosować w jednym z tych regionów",
    region_of_the_stack: "stos należy utworzyć w tym regionie",
    region_of_the_provider: "klucz jest wyszukiwany w regionie dostawcy, a musi to być region podstawowy",
    parameter_of_the_stack: "region podstawowy jest parametrem stosu",
    parameter_primary_region: "Region klucza podstawowego",
    assert_region: "Replika jest przeznaczona dla regionu {value}",
    default_policy: "polityka jest wymagana, dlatego zapisano w całości tę, którą KMS dołącza domyślnie",
    existing_secret:
      "sekret już istnieje; wpisz jego opis, tagi i pozostałe repliki do zasobu, w przeciwnym razie zastosowanie konfiguracji je usunie",
    arn_to_import: "sekret już istnieje i tylko jego pełny ARN mówi, jak go zaimportować",
    existing_resource:
      "ten zasób już istnieje; najpierw zaimportuj go za pomocą szablonu importu, a potem zaktualizuj stos tym szablonem: import niczego nie zmienia",
    file_system_of_the_account:
      "zasób przyjmuje tylko identyfikator systemu plików należącego do konta dostawcy",
    region_or_zone: "zasób wymaga regionu lub strefy miejsca docelowego",
    ignored_tags: "dostawca pomija tagi, których klucze zaczynają się od „aws:”",
    secret_name_of_resource: "nazwa może mieć do 512 liter, cyfr i znaków / _ + = . @ -",
    longest_name_of_resource: "nazwa może mieć do 512 znaków",
    key_of_resource: "ten typ przyjmuje tylko ARN klucza, identyfikator klucza, alias lub ARN aliasu",
    tag_key_of_resource:
      "w kluczu tagu ten typ przyjmuje tylko litery od A do Z, cyfry i znaki + , - . / : ; < = _",
    tag_value_of_resource: "ten typ nie przyjmuje pustych wartości tagów",
    dynamic_reference: "to, co stoi między {{resolve: i }}, jest zastępowane wartością z innego miejsca",
    normalized_text: "ciągi znaków są sprowadzane do postaci NFC standardu Unicode, co może zmienić ten ciąg",
    statement_no_principal: "Każda instrukcja musi wskazywać co najmniej jeden podmiot",
  },
};
