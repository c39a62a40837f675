namespace CaseTracker.Domain.People;

/// <summary>
/// Words that organisations of this field bear because of what they are, and legal forms. They agree between strangers, so they
/// say nothing of whether two names mean the same one. Kept short: a word that also is somebody's name, or a place, is none of them.
/// </summary>
internal static class GenericWords
{
    private static readonly HashSet<string> All =
    [
        "agrupacion", "alianza", "asamblea", "asociacion", "centro", "civil", "civiles", "coalicion", "colectiva", "colectivo", "comision", "comite", "comunidad",
        "comunidades", "comunitaria", "comunitario", "consejo", "coordinadora", "defensa", "defensor", "defensora", "defensoras", "defensores", "derecho", "derechos",
        "estatal", "federacion", "frente", "fundacion", "grupo", "humana", "humano", "humanas", "humanos", "instituto", "internacional", "movimiento", "nacional",
        "organismo", "organizacion", "organizaciones", "promocion", "red", "regional", "sociedad", "union",

        "alliance", "assembly", "association", "center", "centre", "coalition", "collective", "commission", "committee", "community", "communities", "council", "defence",
        "defender", "defenders", "defense", "federation", "foundation", "front", "group", "human", "institute", "international", "movement", "national", "network",
        "organisation", "organization", "right", "rights", "society",

        "ac", "iap", "inc", "ltd", "ngo", "ong", "osc", "sc",
    ];

    public static bool Has(string word) => All.Contains(word);
}
