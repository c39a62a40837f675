using System.Reflection;
using System.Reflection.Emit;

namespace CaseTracker.ArchitectureTests;

/// <summary>What the compiled code of a type reaches: signatures, fields, attributes, and every type and member named in its instructions.</summary>
internal static class Dependencies
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(o => o.Value & 0xFFFF);

    /// <summary>The types of an assembly as people wrote them; what the compiler nests in them is counted as theirs.</summary>
    public static IEnumerable<Type> WrittenTypes(Assembly assembly) => assembly.GetTypes().Where(t => !t.IsNested && !t.Name.StartsWith('<'));

    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        foreach (var part in WithNested(type))
        {
            Add(found, part.BaseType);
            AddAll(found, part.GetInterfaces());
            AddAll(found, part.GetCustomAttributesData().Select(a => a.AttributeType));
            AddAll(found, part.GetFields(Everything).Select(f => f.FieldType));
            foreach (var member in CallsIn(part))
            {
                Add(found, member as Type ?? member.DeclaringType);
                AddAll(found, SignatureOf(member));
            }

            foreach (var method in MethodsOf(part))
            {
                AddAll(found, SignatureOf(method));
                AddAll(found, method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []);
            }
        }

        return found;
    }

    /// <summary>Members that the type's instructions name, as <c>System.DateTime.get_UtcNow</c>.</summary>
    public static IEnumerable<string> CallsOf(Type type) =>
        WithNested(type).SelectMany(CallsIn).OfType<MethodBase>().Select(m => $"{Definition(m.DeclaringType!).FullName}.{m.Name}").Distinct();

    private static IEnumerable<Type> WithNested(Type type) => type.GetNestedTypes(Everything).SelectMany(WithNested).Prepend(type);

    private static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));

    private static IEnumerable<MemberInfo> CallsIn(Type type) => MethodsOf(type).SelectMany(MembersNamedBy);

    private static IEnumerable<MemberInfo> MembersNamedBy(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        var ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var ofMethod = method is { IsGenericMethod: true, IsConstructor: false } ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == 0xFE ? OpCodesByValue[0xFE00 | code[at + 1]] : OpCodesByValue[code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
            }

            at += OperandSize(operation.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> SignatureOf(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType).Concat(method.IsGenericMethod ? method.GetGenericArguments() : []),
        ConstructorInfo constructor => constructor.GetParameters().Select(p => p.ParameterType),
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static void AddAll(HashSet<Type> found, IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            Add(found, type);
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }

        if (found.Add(Definition(type)) || type.IsGenericType)
        {
            foreach (var argument in type.IsGenericType ? type.GetGenericArguments() : [])
            {
                Add(found, argument);
            }
        }
    }

    private static Type Definition(Type type) => type is { IsGenericType: true, IsGenericTypeDefinition: false } ? type.GetGenericTypeDefinition() : type;
}
